/** What embedders use: an evaluation, and the polyglot language. */
@NullMarked
package kwix.language.api;

import org.jspecify.annotations.NullMarked;
