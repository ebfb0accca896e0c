/**
 * POSIX extended regular expressions on bytes, with the very answers of the reference, whose library explores them by backtracking.
 * Knows nothing of values.
 */
@NullMarked
package kwix.language.regex;

import org.jspecify.annotations.NullMarked;
