/** Findings about texts that are correct and evaluate. */
@NullMarked
package kwix.grammar.lint;

import org.jspecify.annotations.NullMarked;
