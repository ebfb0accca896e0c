@NullMarked
package kwix.lsp;

import org.jspecify.annotations.NullMarked;
