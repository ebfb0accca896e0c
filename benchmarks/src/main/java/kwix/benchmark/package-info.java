/**
 * What Kwix takes, as whole processes beside other implementations and warm in one process. Everything but the classes that JMH runs knows
 * the JDK only, so that a checkout can run it from source.
 */
@NullMarked
package kwix.benchmark;

import org.jspecify.annotations.NullMarked;
