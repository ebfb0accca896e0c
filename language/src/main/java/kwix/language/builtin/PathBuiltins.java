package kwix.language.builtin;

import static kwix.language.builtin.Builtin.builtin;
import static kwix.language.builtin.Builtin.global;

import java.util.List;
import kwix.language.value.ContextString;
import kwix.language.value.PathValue;

/** Taking paths apart, as text: nothing is read. */
final class PathBuiltins {

    private PathBuiltins() {}

    static List<Builtin> declarations() {
        return List.of(
                global("baseNameOf")
                        .strict("path")
                        .doc("What follows the last slash of a path or string, without a slash at the end.")
                        .example("baseNameOf \"/etc/nginx/nginx.conf\"", "\"nginx.conf\"")
                        .unary((context, path) -> {
                            Object string = context.coercion().operand(path, false);
                            return ContextString.of(
                                    baseName(ContextString.text(string)), ContextString.context(string));
                        }),
                global("dirOf")
                        .strict("path")
                        .doc("What comes before the last slash of a path or string; of a path a path, of a string a"
                                + " string.")
                        .example("dirOf \"/etc/nginx/nginx.conf\"", "\"/etc/nginx\"")
                        .unary((context, path) -> {
                            if (path instanceof PathValue value) {
                                return new PathValue(directory(value.path()));
                            }
                            Object string = context.coercion().operand(path, false);
                            return ContextString.of(
                                    directory(ContextString.text(string)), ContextString.context(string));
                        }),
                builtin("toPath")
                        .strict("path")
                        .doc("""
                            The string of an absolute path, without `.`, `..` and needless slashes. The name is historical: the result is no
                            path.\
                            """)
                        .example("builtins.toPath \"/etc/../srv//www\"", "\"/srv/www\"")
                        .unary((context, path) -> {
                            PathArgument given = PathArgument.of(path, context.coercion(), "toPath");
                            return ContextString.of(given.path().path(), given.context());
                        }));
    }

    private static String baseName(String path) {
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    private static String directory(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash);
    }
}
