@NullMarked
package kwix.grammar.scope;

import org.jspecify.annotations.NullMarked;
