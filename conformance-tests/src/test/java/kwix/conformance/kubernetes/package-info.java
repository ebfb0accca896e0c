/** The library's view of Kubernetes beside that of the official Java client. */
@NullMarked
package kwix.conformance.kubernetes;

import org.jspecify.annotations.NullMarked;
