/** Errors: their codes, what they carry, and how they are written for people. Knows nothing of values or nodes. */
@NullMarked
package kwix.language.error;

import org.jspecify.annotations.NullMarked;
