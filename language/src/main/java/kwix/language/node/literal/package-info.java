/** Constants and lists. */
@NullMarked
package kwix.language.node.literal;

import org.jspecify.annotations.NullMarked;
