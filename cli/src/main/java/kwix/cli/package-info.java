/** The kwix command: arguments in, bytes and an exit status out. */
@NullMarked
package kwix.cli;

import org.jspecify.annotations.NullMarked;
