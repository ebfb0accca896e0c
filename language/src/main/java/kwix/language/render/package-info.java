/** Values as text: Nix, JSON, YAML, XML, raw. Every result is a byte string, one char per byte, and complete before any of it is written. */
@NullMarked
package kwix.language.render;

import org.jspecify.annotations.NullMarked;
