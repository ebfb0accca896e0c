/** Selection and attribute tests. */
@NullMarked
package kwix.language.node.select;

import org.jspecify.annotations.NullMarked;
