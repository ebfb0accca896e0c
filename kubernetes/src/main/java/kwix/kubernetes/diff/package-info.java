/** How two sets of resources differ, told for people and for programs. */
@NullMarked
package kwix.kubernetes.diff;

import org.jspecify.annotations.NullMarked;
