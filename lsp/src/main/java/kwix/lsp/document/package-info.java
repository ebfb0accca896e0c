/** Texts that an editor has open or that lie in files, and what is known of each. */
@NullMarked
package kwix.lsp.document;

import org.jspecify.annotations.NullMarked;
