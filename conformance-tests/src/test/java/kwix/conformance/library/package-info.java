/** The standard library beside the one of Nixpkgs: the functions that both have, on generated arguments. */
@NullMarked
package kwix.conformance.library;

import org.jspecify.annotations.NullMarked;
