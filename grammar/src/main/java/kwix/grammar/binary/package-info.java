/** Syntax trees and what scope analysis found, as bytes that are read faster than their source. */
@NullMarked
package kwix.grammar.binary;

import org.jspecify.annotations.NullMarked;
