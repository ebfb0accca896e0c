package kwix.language.value;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/**
 * An absolute, lexically normalised path.
 *
 * @param path one char per byte, beginning with {@code /}, without {@code .}, {@code ..}, doubled or trailing slashes
 */
public record PathValue(String path) {

    /** Resolves {@code .}, {@code ..} and doubled slashes of an absolute path by text alone, as the reference does. */
    @TruffleBoundary
    public static PathValue normalised(String absolute) {
        var result = new StringBuilder(absolute.length());
        int at = 0;
        int length = absolute.length();
        while (at < length) {
            while (at < length && absolute.charAt(at) == '/') {
                at++;
            }
            int end = absolute.indexOf('/', at);
            if (end < 0) {
                end = length;
            }
            int size = end - at;
            if (size == 2 && absolute.startsWith("..", at)) {
                result.setLength(Math.max(0, result.lastIndexOf("/")));
            } else if (size > 0 && !(size == 1 && absolute.charAt(at) == '.')) {
                result.append('/').append(absolute, at, end);
            }
            at = end;
        }
        return new PathValue(result.isEmpty() ? "/" : result.toString());
    }

    @Override
    public String toString() {
        return path;
    }
}
