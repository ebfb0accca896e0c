/**
 * The builtins, one declaration each, grouped by subject. The declaration fills {@code builtins}, help, hover and the reference.
 */
@NullMarked
package kwix.language.builtin;

import org.jspecify.annotations.NullMarked;
