/** One class for each thing that an editor asks: from documents and places to answers. */
@NullMarked
package kwix.lsp.feature;

import org.jspecify.annotations.NullMarked;
