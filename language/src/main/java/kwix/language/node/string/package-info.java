/** Interpolation, in strings and paths. */
@NullMarked
package kwix.language.node.string;

import org.jspecify.annotations.NullMarked;
