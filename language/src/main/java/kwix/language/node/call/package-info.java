/** Functions and calls. */
@NullMarked
package kwix.language.node.call;

import org.jspecify.annotations.NullMarked;
