package kwix.language.error;

/** A further place that explains an error: where a set was built, where a function is defined. */
public record Related(Place place, String label) {}
