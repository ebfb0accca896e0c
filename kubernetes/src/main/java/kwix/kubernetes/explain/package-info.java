/** Where the values of options and fields come from, told for people and for programs. */
@NullMarked
package kwix.kubernetes.explain;

import org.jspecify.annotations.NullMarked;
