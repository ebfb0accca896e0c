@NullMarked
package kwix.language.builtin;

import org.jspecify.annotations.NullMarked;
