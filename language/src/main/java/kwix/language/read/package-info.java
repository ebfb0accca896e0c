/**
 * Texts of other languages as values: JSON, TOML, YAML. Strings go in and out as bytes; failures name the place in the text.
 */
@NullMarked
package kwix.language.read;

import org.jspecify.annotations.NullMarked;
