/** Trees as text for other programs. */
@NullMarked
package kwix.grammar.print;

import org.jspecify.annotations.NullMarked;
