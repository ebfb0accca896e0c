/** In which order a cluster must learn of resources, and why. */
@NullMarked
package kwix.kubernetes.order;

import org.jspecify.annotations.NullMarked;
