package kwix.language.error;

import org.jspecify.annotations.Nullable;

/**
 * One step between the failure and the program's start, innermost first.
 *
 * @param label for example "while calling `f`"
 * @param always shown even in a short trace: the text of {@code addErrorContext}
 */
public record TraceFrame(String label, @Nullable Place place, boolean always) {}
