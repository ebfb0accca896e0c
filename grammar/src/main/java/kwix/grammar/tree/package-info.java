@NullMarked
package kwix.grammar.tree;

import org.jspecify.annotations.NullMarked;
