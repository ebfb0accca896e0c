/** The launcher as users meet it: unpacked releases and fresh checkouts, in the places and with the surroundings that break scripts. */
@NullMarked
package kwix.conformance.launcher;

import org.jspecify.annotations.NullMarked;
