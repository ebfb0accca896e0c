@NullMarked
package kwix.language.render;

import org.jspecify.annotations.NullMarked;
