package kwix.language.builtin;

import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.Coercion;
import kwix.language.value.ContextElement;
import kwix.language.value.ContextString;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;
import kwix.language.value.StringContext;
import kwix.language.value.Thunk;

/** An argument that says where a file is: a path, a string that begins with a slash, or a set that becomes one of those. */
record PathArgument(PathValue path, String text, StringContext context) {

    static PathArgument of(Object argument, Coercion coercion, String builtin) {
        Object value = Thunk.force(argument);
        if (value instanceof PathValue path) {
            return new PathArgument(path, path.path(), StringContext.NONE);
        }
        boolean fits = ContextString.isString(value)
                || value instanceof AttributeSet set && (set.has("__toString") || set.has("outPath"));
        if (!fits) {
            throw new KwixException(
                            ErrorCode.NOT_COERCIBLE,
                            "`builtins." + builtin + "` needs a path, but got " + Describe.value(value) + ".")
                    .withHint(
                            value instanceof AttributeSet
                                    ? "A set can stand for a path when it has an attribute `outPath` or `__toString`."
                                    : null);
        }
        Object string = coercion.operand(value, false);
        String text = ContextString.text(string);
        if (!text.startsWith("/")) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "`builtins." + builtin + "` needs an absolute path, but the string " + Describe.quoted(text)
                                    + " does not begin with a slash.")
                    .withSubject(Describe.text(text))
                    .withHint("A path without quotes, such as `./file`, is relative to the file that it stands in.");
        }
        return new PathArgument(PathValue.normalised(text), text, ContextString.context(string));
    }

    /** The same, to read from: what would have to be built first cannot be read. */
    static PathValue readable(Object argument, Coercion coercion, String builtin) {
        PathArgument given = of(argument, coercion, builtin);
        for (ContextElement element : given.context.elements()) {
            if (element instanceof ContextElement.Output output) {
                throw new KwixException(
                        ErrorCode.UNSUPPORTED,
                        "`builtins." + builtin + "` would need " + Describe.text(output.derivation())
                                + " to be built first, and nothing is built while evaluating.");
            }
        }
        return given.path;
    }

    /** Whether the text asks for a folder: {@code /a/} and {@code /a/.} do. */
    boolean mustBeDirectory() {
        return text.endsWith("/") || text.endsWith("/.");
    }
}
