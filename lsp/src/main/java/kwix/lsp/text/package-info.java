/** Places: in texts, as the protocol counts them, and in trees. */
@NullMarked
package kwix.lsp.text;

import org.jspecify.annotations.NullMarked;
