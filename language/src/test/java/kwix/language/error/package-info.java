@NullMarked
package kwix.language.error;

import org.jspecify.annotations.NullMarked;
