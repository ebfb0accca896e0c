/** Steps of the build that make sources of the standard library. Nothing here is there at run time. */
@NullMarked
package kwix.generator;

import org.jspecify.annotations.NullMarked;
