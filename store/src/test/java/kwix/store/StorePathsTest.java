package kwix.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected paths are the reference's. */
class StorePathsTest {

    private final StorePaths store = StorePaths.NIX;

    @Test
    void placesTexts() {
        String bar = store.text(HashAlgorithm.SHA256.hash("bar"), List.of(), "foo");
        assertEquals("/nix/store/vxjiwkjkn7x4079qvh1jkl5pn05j2aw0-foo", bar);
        assertEquals(
                "/nix/store/p7di02zlxjmv93rb6h77mlnym8gm1fij-foo",
                store.text(HashAlgorithm.SHA256.hash(bar), List.of(bar), "foo"));
        String file = "/nix/store/z3n6ml62lc6l9glpaz6fq7fvi2rks9vq-a.txt";
        String script = "/nix/store/78sw4kgnlwlwp82n9crq3226z2pb1g91-run.sh";
        assertEquals(
                "/nix/store/f3x95cawcx0wdi8kc8j94g9q7nzz2xah-foo",
                store.text(HashAlgorithm.SHA256.hash(file + " " + script), List.of(file, script), "foo"));
    }

    @ParameterizedTest
    @CsvSource({
        "flat,MD5,z1cvddiavkafvh2m4k9ad0s5sksalf79",
        "flat,SHA1,liwfknbpq6n3av565snlznimmk559b8a",
        "flat,SHA256,wg5dqh07jh5lgg9nvzq5skm9i3qkhl00",
        "flat,SHA512,5ybxsyx2b74102i1w6dn1xim5c25k34a",
        "nar,MD5,i0v8w4h9kqw08cnyqyxci4wpks8xdrs0",
        "nar,SHA1,mxm5h60qjq2b5z19bkj9phyyc3zkaxgs",
        "nar,SHA256,pc9cg5mrl4hpb00d4mb64abffprgs1rh",
        "nar,SHA512,jxc1fv1q319y9yi0z7m9cyykywgy3iqn"
    })
    void placesFixedOutputs(String mode, HashAlgorithm algorithm, String digits) {
        Hash contents = algorithm.hash("abc");
        assertEquals("/nix/store/" + digits + "-x", store.fixedOutput(mode.equals("nar"), contents, "x"));
    }

    @Test
    void placesOutputsApart() {
        Hash derivation = HashAlgorithm.SHA256.hash("");
        assertEquals("-x", store.output("out", derivation, "x").substring("/nix/store/".length() + 32));
        assertEquals("-x-dev", store.output("dev", derivation, "x").substring("/nix/store/".length() + 32));
        assertEquals("/1rz4g4znpzjwh1xymhjpm42vipw92pr73vdgl6xs1hycac8kf2n9", StorePaths.placeholder("out"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "...", ".a-", ".hidden", "-a", "?=", "a+b-c_d?e=f.g", "..a"})
    void acceptsNames(String name) {
        assertDoesNotThrow(() -> StoreNames.check(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", ".-a", "..-a", "a b", "\u00c3\u00a9", "a/b", "a~b", "a\n"})
    void refusesNames(String name) {
        assertThrows(InvalidStoreNameException.class, () -> StoreNames.check(name));
    }

    @Test
    void refusesLongNames() {
        assertDoesNotThrow(() -> StoreNames.check("x".repeat(211)));
        assertThrows(InvalidStoreNameException.class, () -> StoreNames.check("x".repeat(212)));
    }
}
