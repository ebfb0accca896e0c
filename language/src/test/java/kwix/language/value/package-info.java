@NullMarked
package kwix.language.value;

import org.jspecify.annotations.NullMarked;
