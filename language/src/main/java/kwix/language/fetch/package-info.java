/** Sources from elsewhere: how they are named, how they are fetched. Texts are byte strings, one char per byte. */
@NullMarked
package kwix.language.fetch;

import org.jspecify.annotations.NullMarked;
