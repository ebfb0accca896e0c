package kwix.language.error;

import java.util.List;
import kwix.grammar.source.SourceText;

/**
 * What messages call a source: files of the standard library {@code <kwix/…>}, files below a folder by their path from it, all
 * others as they are.
 *
 * @param folder usually the working directory; empty for absolute names
 * @param library the folders that {@code <kwix>} is; empty when there is none
 */
public record SourceNames(String folder, List<String> library) {

    public static final SourceNames ABSOLUTE = new SourceNames("", List.of());

    public SourceNames {
        folder = withoutTrailingSlash(folder);
        library = library.stream().map(SourceNames::withoutTrailingSlash).toList();
    }

    public boolean isLibrary(SourceText source) {
        return library.stream().anyMatch(each -> below(source.name(), each));
    }

    public String shown(SourceText source) {
        String name = source.name();
        for (String each : library) {
            if (below(name, each)) {
                return "<kwix/" + name.substring(each.length() + 1) + ">";
            }
        }
        return below(name, folder) ? name.substring(folder.length() + 1) : name;
    }

    /** {@code file:line:column}. */
    public String shown(Place place) {
        return shown(place.source()) + ":" + place.line() + ":" + place.column();
    }

    private static boolean below(String name, String folder) {
        return !folder.isEmpty()
                && name.length() > folder.length() + 1
                && name.startsWith(folder)
                && name.charAt(folder.length()) == '/';
    }

    private static String withoutTrailingSlash(String folder) {
        return folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    }
}
