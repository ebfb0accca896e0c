/** Text to tokens, to syntax tree, to scopes; knows nothing of evaluation. */
@NullMarked
package kwix.grammar;

import org.jspecify.annotations.NullMarked;
