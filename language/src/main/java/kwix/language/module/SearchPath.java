package kwix.language.module;

import java.util.ArrayList;
import java.util.List;
import kwix.language.module.Machine.SearchPathEntry;
import kwix.language.value.PathValue;
import org.jspecify.annotations.Nullable;

/** What {@code <name>} is looked up in. Texts are bytes, one char each. */
public final class SearchPath {

    /** The prefix of the standard library; the last entry with it is the installation's own. */
    public static final String LIBRARY = "kwix";

    private static final List<String> SCHEMES = List.of("http", "https", "file", "channel", "git", "s3", "ssh");

    private SearchPath() {}

    /**
     * The entries in the order of looking. {@code <kwix/…>} comes before all others so that no folder that happens to be called kwix
     * stands in for the standard library; only {@code kwix=…} among the arguments does.
     *
     * @param arguments of {@code -I}: {@code name=path} or {@code path}
     * @param nixPath the variable NIX_PATH; null or empty for none
     * @param directory what relative paths start from
     */
    public static List<SearchPathEntry> of(
            List<String> arguments, @Nullable String nixPath, String standardLibrary, String directory) {
        return of(arguments, nixPath, List.of(), standardLibrary, directory);
    }

    /**
     * The same.
     *
     * @param further entries like the arguments, after NIX_PATH
     * @param standardLibrary its folders, as {@link LibraryFolders} takes them; null when there is none, and {@code kwix} a name like others
     */
    public static List<SearchPathEntry> of(
            List<String> arguments,
            @Nullable String nixPath,
            List<String> further,
            @Nullable String standardLibrary,
            String directory) {
        var overrides = new ArrayList<SearchPathEntry>();
        var others = new ArrayList<SearchPathEntry>();
        for (String argument : arguments) {
            SearchPathEntry entry = entry(argument, directory);
            (standardLibrary != null && isLibrary(entry) ? overrides : others).add(entry);
        }
        var entries = new ArrayList<>(overrides);
        if (standardLibrary != null) {
            entries.addAll(LibraryFolders.of(standardLibrary).entries());
        }
        entries.addAll(others);
        var last = new ArrayList<>(nixPath == null ? List.<String>of() : parts(nixPath));
        last.addAll(further);
        for (String part : last) {
            SearchPathEntry entry = entry(part, directory);
            if (standardLibrary == null || !isLibrary(entry)) {
                entries.add(entry);
            }
        }
        return List.copyOf(entries);
    }

    /** The folder behind an argument of {@code -I}, or null when it is an address on the network. */
    public static @Nullable String folder(String argument, String directory) {
        String path = entry(argument, directory).path();
        return isAddress(path) ? null : path;
    }

    private static boolean isLibrary(SearchPathEntry entry) {
        return entry.prefix().equals(LIBRARY) || entry.prefix().startsWith(LIBRARY + "/");
    }

    private static SearchPathEntry entry(String text, String directory) {
        int equals = text.indexOf('=');
        String prefix = equals < 0 ? "" : text.substring(0, equals);
        String path = text.substring(equals + 1);
        return new SearchPathEntry(prefix, isAddress(path) ? path : absolute(path, directory));
    }

    private static String absolute(String path, String directory) {
        return PathValue.normalised(path.startsWith("/") ? path : directory + "/" + path)
                .path();
    }

    /** Splits at colons, except at the one inside an address such as {@code https://…}, {@code channel:…} or {@code flake:…}. */
    private static List<String> parts(String nixPath) {
        var parts = new ArrayList<String>();
        int start = 0;
        while (start < nixPath.length()) {
            int end = colon(nixPath, start);
            int word = Math.max(start, nixPath.lastIndexOf('=', end - 1) + 1);
            if (end < nixPath.length() && isScheme(nixPath.substring(word, end), nixPath, end)) {
                end = colon(nixPath, end + 1);
            }
            if (end > start) {
                parts.add(nixPath.substring(start, end));
            }
            start = end + 1;
        }
        return parts;
    }

    private static int colon(String text, int from) {
        int colon = text.indexOf(':', from);
        return colon < 0 ? text.length() : colon;
    }

    private static boolean isScheme(String name, String text, int colon) {
        return name.equals("flake")
                || name.equals("channel")
                || SCHEMES.contains(name) && text.startsWith("://", colon);
    }

    private static boolean isAddress(String path) {
        int colon = path.indexOf(':');
        return colon > 0 && isScheme(path.substring(0, colon), path, colon);
    }
}
