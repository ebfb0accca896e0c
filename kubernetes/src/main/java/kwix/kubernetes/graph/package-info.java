/** Graphs of resources, drawn. */
@NullMarked
package kwix.kubernetes.graph;

import org.jspecify.annotations.NullMarked;
