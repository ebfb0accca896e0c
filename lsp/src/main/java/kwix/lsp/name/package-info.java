/** Names of a file: what each means, where it is bound and where it is used. */
@NullMarked
package kwix.lsp.name;

import org.jspecify.annotations.NullMarked;
