/** The build's formatter of Java sources. */
@NullMarked
package kwix.format;

import org.jspecify.annotations.NullMarked;
