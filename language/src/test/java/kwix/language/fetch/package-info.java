@NullMarked
package kwix.language.fetch;

import org.jspecify.annotations.NullMarked;
