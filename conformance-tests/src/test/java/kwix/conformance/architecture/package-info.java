/** Who may know whom, between modules and between the packages of a module. */
@NullMarked
package kwix.conformance.architecture;

import org.jspecify.annotations.NullMarked;
