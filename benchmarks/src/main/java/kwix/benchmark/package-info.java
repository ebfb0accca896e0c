/** Whole-process measurements of Kwix against other implementations. Knows the JDK only, so that a checkout can run it from source. */
@NullMarked
package kwix.benchmark;

import org.jspecify.annotations.NullMarked;
