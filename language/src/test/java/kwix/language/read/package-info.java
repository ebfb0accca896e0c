@NullMarked
package kwix.language.read;

import org.jspecify.annotations.NullMarked;
