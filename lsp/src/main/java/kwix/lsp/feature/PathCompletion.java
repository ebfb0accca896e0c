package kwix.lsp.feature;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kwix.lsp.text.Span;
import org.eclipse.lsp4j.CompletionItemKind;
import org.jspecify.annotations.Nullable;

/** Files while their path is typed: after {@code ./}, {@code ../} and {@code <kwix/}. */
final class PathCompletion {

    private static final Pattern RELATIVE = Pattern.compile("(?<![\\w/.])(\\.{1,2}/(?:[\\w.+-]+/)*)([\\w.+-]*)$");
    private static final Pattern SEARCHED = Pattern.compile("<((?:[\\w.+-]+/)*)([\\w.+-]*)$");
    private static final int LONGEST = 500;
    private static final int MOST = 1_000;

    private PathCompletion() {}

    static CompletionFeature.@Nullable Answer complete(Question question) {
        String text = question.document().text();
        int offset = question.offset();
        int begin = Math.max(
                question.document().lines().start(question.document().lines().line(offset)), offset - LONGEST);
        String before = text.substring(begin, offset);
        Matcher relative = RELATIVE.matcher(before);
        if (relative.find()) {
            Path folder = question.document().folder();
            return folder == null
                    ? null
                    : answer(
                            List.of(folder.resolve(relative.group(1)).normalize()),
                            relative.group(2),
                            offset,
                            question.document().path(),
                            "");
        }
        Matcher searched = SEARCHED.matcher(before);
        if (!searched.find()) {
            return null;
        }
        String end = text.startsWith(">", offset) ? "" : ">";
        String folder = searched.group(1);
        if (folder.isEmpty()) {
            var kwix = new Suggestion(
                    "kwix",
                    CompletionItemKind.Folder,
                    Suggestion.LOCAL,
                    "kwix/",
                    () -> new Suggestion.Details(null, "The folder of the standard library."));
            return new CompletionFeature.Answer(
                    new Span(offset - searched.group(2).length(), offset),
                    "kwix".startsWith(searched.group(2)) ? List.of(kwix) : List.of());
        }
        if (!folder.startsWith("kwix/")) {
            return null;
        }
        List<Path> folders = question.workspace().library().folders().stream()
                .map(library -> library.resolve(folder.substring("kwix/".length())))
                .toList();
        return answer(folders, searched.group(2), offset, null, end);
    }

    private static CompletionFeature.Answer answer(
            List<Path> folders, String word, int offset, @Nullable Path self, String end) {
        var found = new ArrayList<Suggestion>();
        for (Path folder : folders) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    String name = String.valueOf(entry.getFileName());
                    boolean hidden = name.startsWith(".") && !word.startsWith(".");
                    if (!hidden && !entry.equals(self) && name.startsWith(word) && found.size() < MOST) {
                        found.add(suggestion(entry, name, end));
                    }
                }
            } catch (IOException none) {
                // A folder that cannot be read has nothing to suggest.
            }
        }
        found.sort(Comparator.comparing(Suggestion::label));
        return new CompletionFeature.Answer(new Span(offset - word.length(), offset), found);
    }

    private static Suggestion suggestion(Path entry, String name, String end) {
        boolean folder = Files.isDirectory(entry);
        boolean whole = folder && Files.isRegularFile(entry.resolve("default.kx"));
        return new Suggestion(
                name,
                folder ? CompletionItemKind.Folder : CompletionItemKind.File,
                folder && !whole ? 1 : 0,
                name + (folder && !whole ? "/" : end),
                () -> Suggestion.Details.NONE);
    }
}
