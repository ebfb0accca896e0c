package kwix.language.builtin;

import static kwix.language.builtin.Builtin.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.ContextElement;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;
import kwix.language.value.StringContext;
import kwix.store.StorePaths;

/** Reading files and folders. */
final class FileBuiltins {

    private FileBuiltins() {}

    static List<Builtin> declarations() {
        return List.of(
                builtin("readFile")
                        .strict("path")
                        .doc("The contents of a file as a string.")
                        .example("builtins.readFile /dev/null", "\"\"")
                        .unary((context, path) -> readFile(context, path)),
                builtin("readDir")
                        .strict("path")
                        .doc("""
                            What is in a folder: each name with `regular`, `directory`, `symlink` or `unknown`. What a symlink leads
                            to is not looked at.\
                            """)
                        .example("builtins.isAttrs (builtins.readDir /.)", "true")
                        .unary((context, path) -> readDirectory(context, path)),
                builtin("readFileType")
                        .strict("path")
                        .doc("What is at a path: `regular`, `directory`, `symlink` or `unknown`.")
                        .example("builtins.readFileType /.", "\"directory\"")
                        .unary((context, path) -> fileType(context, path)),
                builtin("pathExists")
                        .strict("path")
                        .doc("Whether there is something at a path. A slash at the end of a string asks for a folder.")
                        .example("builtins.pathExists /no/such/file", "false")
                        .unary((context, path) -> {
                            PathArgument given = PathArgument.of(path, context.coercion(), "pathExists");
                            return context.machine().exists(given.path(), given.mustBeDirectory());
                        }));
    }

    private static Object readFile(BuiltinContext context, Object argument) {
        PathValue path = PathArgument.readable(argument, context.coercion(), "readFile");
        String text = context.machine().readFile(path);
        if (text.indexOf('\0') >= 0) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "The file `" + Describe.text(path.path()) + "` has a null byte, which no string can hold.")
                    .withSubject(Describe.text(path.path()));
        }
        return StorePaths.NIX.holds(path.path()) ? dependent(context, path.path(), text) : text;
    }

    /** A text from the store depends on what its file refers to, as far as the reference can be seen in it. */
    private static Object dependent(BuiltinContext context, String path, String text) {
        List<ContextElement> elements = new ArrayList<>();
        String object = Objects.requireNonNull(StorePaths.NIX.object(path));
        for (String reference : context.machine().store().references(object)) {
            if (text.contains(StorePaths.NIX.digits(reference))) {
                elements.add(new ContextElement.Plain(reference));
            }
        }
        return ContextString.of(text, StringContext.of(elements));
    }

    private static AttributeSet readDirectory(BuiltinContext context, Object argument) {
        PathValue path = PathArgument.readable(argument, context.coercion(), "readDir");
        Map<String, String> entries = context.machine().readDirectory(path);
        var result = new AttributeSetBuilder(entries.size());
        entries.forEach(result::put);
        return result.build();
    }

    private static String fileType(BuiltinContext context, Object argument) {
        PathValue path = PathArgument.readable(argument, context.coercion(), "readFileType");
        String type = context.machine().fileType(path);
        if (type == null) {
            throw new KwixException(ErrorCode.MISSING_FILE, "`" + Describe.text(path.path()) + "` does not exist.");
        }
        return type;
    }
}
