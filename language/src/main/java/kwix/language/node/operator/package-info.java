/** Operators. */
@NullMarked
package kwix.language.node.operator;

import org.jspecify.annotations.NullMarked;
