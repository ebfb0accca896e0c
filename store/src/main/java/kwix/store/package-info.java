/** Hashes, archives, store paths and derivations, computed exactly as Nix does. */
@NullMarked
package kwix.store;

import org.jspecify.annotations.NullMarked;
