package kwix.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected texts are the reference's. */
class HashTest {

    @ParameterizedTest
    @CsvSource({
        "MD5,900150983cd24fb0d6963f7d28e17f72,3jgzhjhz9zjvbb0kyj7jc500ch,kAFQmDzST7DWlj99KOF/cg==",
        "SHA1,a9993e364706816aba3e25717850c26c9cd0d89d,kpcd173cq987hw957sx6m0868wv3x6d9,qZk+NkcGgWq6PiVxeFDCbJzQ2J0=",
        "SHA256,ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad,"
                + "1b8m03r63zqhnjf7l5wnldhh7c134ap5vpj0850ymkq1iyzicy5s,ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=",
        "SHA512,ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
            + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f,"
            + "2gs8k559z4rlahfx0y688s49m2vvszylcikrfinm30ly9rak69236nkam5ydvly1ai7xac99vxfc4ii84hawjbk876blyk1jfhkbbyx,"
            + "3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw=="
    })
    void writesAndReadsEveryFormat(HashAlgorithm algorithm, String base16, String nix32, String base64) {
        String id = algorithm.id();
        assertEquals(algorithm, HashAlgorithm.named(id));
        Hash hash = algorithm.hash("abc");
        assertEquals(base16, hash.text(HashFormat.BASE16));
        assertEquals(nix32, hash.text(HashFormat.NIX32));
        assertEquals(base64, hash.text(HashFormat.BASE64));
        assertEquals(id + "-" + base64, hash.text(HashFormat.SRI));
        for (String digits : new String[] {base16, nix32, base64, base16.toUpperCase(java.util.Locale.ROOT)}) {
            assertEquals(hash, Hash.parse(digits, algorithm));
            assertEquals(hash, Hash.parse(id + ":" + digits, null));
        }
        assertEquals(hash, Hash.parse(id + "-" + base64, null));
        assertEquals(hash, Hash.parse(id + "-" + base64.replace("=", ""), algorithm));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xyz",
                "sha1:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "sha3:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "zzzz03r63zqhnjf7l5wnldhh7c134ap5vpj0850ymkq1iyzicy5s",
                "1e8m03r63zqhnjf7l5wnldhh7c134ap5vpj0850ymkq1iyzicy5s",
                "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0",
                "sha256-1b8m03r63zqhnjf7l5wnldhh7c134ap5vpj0850ymkq1iyzicy5s",
                "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAF!0="
            })
    void refusesWhatIsNoHash(String text) {
        assertThrows(InvalidHashException.class, () -> Hash.parse(text, HashAlgorithm.SHA256));
    }

    @Test
    void wantsToKnowTheAlgorithm() {
        assertEquals(
                "the hash '00' does not say its algorithm",
                assertThrows(InvalidHashException.class, () -> Hash.parse("00", null))
                        .getMessage());
        assertEquals(HashFormat.NIX32, HashFormat.named("base32"));
        assertEquals(null, HashFormat.named("base8"));
    }
}
