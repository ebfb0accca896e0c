/** What a resource is, and how resources are read from values and from manifests. */
@NullMarked
package kwix.kubernetes.resource;

import org.jspecify.annotations.NullMarked;
