/** The values of the language, and what the language says of them: equality, order, coercion. Knows nothing of nodes or syntax. */
@NullMarked
package kwix.language.value;

import org.jspecify.annotations.NullMarked;
