package kwix.language.module;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SearchPathTest {

    private static String search(List<String> arguments, @Nullable String nixPath) {
        return SearchPath.of(arguments, nixPath, "/lib/kwix", "/here").stream()
                .map(entry -> entry.prefix() + "=" + entry.path())
                .collect(Collectors.joining(" "));
    }

    @Test
    void libraryComesFirst() {
        assertEquals("kwix=/lib/kwix a=/here/b =/here/c x=/y", search(List.of("a=b", "./c/"), "kwix=/elsewhere:x=/y"));
    }

    @Test
    void argumentOverridesLibrary() {
        assertEquals("kwix=/own kwix/lib=/here/l kwix=/lib/kwix", search(List.of("kwix=/own", "kwix/lib=l"), null));
    }

    @Test
    void addressesKeepTheirColons() {
        assertEquals(
                "kwix=/lib/kwix =/here/rel n=https://e.org/x.tar.gz c=channel:nixos f=flake:nixpkgs =/z",
                search(List.of(), "rel:n=https://e.org/x.tar.gz:c=channel:nixos:f=flake:nixpkgs::/z"));
    }
}
