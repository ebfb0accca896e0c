@NullMarked
package kwix.conformance.fuzz;

import org.jspecify.annotations.NullMarked;
