/** Turns a syntax tree and its scope table into nodes; alone knows both sides. */
@NullMarked
package kwix.language.translate;

import org.jspecify.annotations.NullMarked;
