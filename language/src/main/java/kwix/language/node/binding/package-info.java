/** Attribute sets, let, rec, inherit and with. */
@NullMarked
package kwix.language.node.binding;

import org.jspecify.annotations.NullMarked;
