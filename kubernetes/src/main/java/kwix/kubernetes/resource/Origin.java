package kwix.kubernetes.resource;

import kwix.language.error.Place;
import org.jspecify.annotations.Nullable;

/**
 * Where a resource comes from.
 *
 * @param text for the middle of a sentence: {@code document 2 of `web.yaml`}
 */
public record Origin(String text, @Nullable Place place) {}
