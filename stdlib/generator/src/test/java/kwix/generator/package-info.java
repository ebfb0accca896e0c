@NullMarked
package kwix.generator;

import org.jspecify.annotations.NullMarked;
