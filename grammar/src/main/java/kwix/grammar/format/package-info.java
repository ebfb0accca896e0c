/** A source in the standard format. Entry: {@link kwix.grammar.format.Formatter}. */
@NullMarked
package kwix.grammar.format;

import org.jspecify.annotations.NullMarked;
