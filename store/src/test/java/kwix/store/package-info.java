@NullMarked
package kwix.store;

import org.jspecify.annotations.NullMarked;
