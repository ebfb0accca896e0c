/** The protocol: what is offered, to whom, and what happens when something goes wrong. */
@NullMarked
package kwix.lsp.server;

import org.jspecify.annotations.NullMarked;
