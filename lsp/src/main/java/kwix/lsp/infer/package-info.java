/** What expressions are, as far as it can be told without evaluating them. */
@NullMarked
package kwix.lsp.infer;

import org.jspecify.annotations.NullMarked;
