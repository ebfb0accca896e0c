/** Values, nodes, builtins, evaluation and rendering of the Kwix language. */
@NullMarked
package kwix.language;

import org.jspecify.annotations.NullMarked;
