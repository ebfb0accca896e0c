/** The language server's one entry point. */
@NullMarked
package kwix.lsp;

import org.jspecify.annotations.NullMarked;
