@NullMarked
package kwix.language.regex;

import org.jspecify.annotations.NullMarked;
