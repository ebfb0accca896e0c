@NullMarked
package kwix.grammar.source;

import org.jspecify.annotations.NullMarked;
