/** if and assert. */
@NullMarked
package kwix.language.node.control;

import org.jspecify.annotations.NullMarked;
