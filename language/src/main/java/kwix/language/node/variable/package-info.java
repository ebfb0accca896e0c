/** Reading variables. */
@NullMarked
package kwix.language.node.variable;

import org.jspecify.annotations.NullMarked;
