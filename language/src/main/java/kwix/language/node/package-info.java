/** What every node is. */
@NullMarked
package kwix.language.node;

import org.jspecify.annotations.NullMarked;
