@NullMarked
package kwix.conformance.random;

import org.jspecify.annotations.NullMarked;
