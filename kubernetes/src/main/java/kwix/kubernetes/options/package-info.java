/** Reference documentation of options. */
@NullMarked
package kwix.kubernetes.options;

import org.jspecify.annotations.NullMarked;
