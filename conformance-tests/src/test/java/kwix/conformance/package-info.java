/** Data-driven suites that run over all modules. */
@NullMarked
package kwix.conformance;

import org.jspecify.annotations.NullMarked;
