@NullMarked
package kwix.grammar;

import org.jspecify.annotations.NullMarked;
