/** The world around an evaluation: files within its limits, search paths, imports, projects. */
@NullMarked
package kwix.language.module;

import org.jspecify.annotations.NullMarked;
