/** Suspended expressions. */
@NullMarked
package kwix.language.node.thunk;

import org.jspecify.annotations.NullMarked;
