/** What tests of all packages use. */
@NullMarked
package kwix.kubernetes;

import org.jspecify.annotations.NullMarked;
