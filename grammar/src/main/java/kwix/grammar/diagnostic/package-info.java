@NullMarked
package kwix.grammar.diagnostic;

import org.jspecify.annotations.NullMarked;
