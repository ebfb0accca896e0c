/** Text to tokens to syntax tree. {@link kwix.grammar.parse.Parser} is the way in. */
@NullMarked
package kwix.grammar.parse;

import org.jspecify.annotations.NullMarked;
