package kwix.kubernetes.order;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kwix.kubernetes.resource.ResourceId;
import kwix.language.value.Describe;

/**
 * That one resource needs another.
 *
 * @param path the field of {@code from} that says so, such as {@code metadata.namespace}; elements of lists go by their names, or as
 *     {@code [entry 1]}
 * @param place where that field was defined, for messages
 */
public record Edge(ResourceId from, ResourceId to, Origin origin, List<String> path, Supplier<String> place) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+|\\[entry [0-9]+]");

    /** What an edge is known from. */
    public enum Origin {
        /** A resource lies in a namespace. */
        NAMESPACE("namespace"),
        /** A resource is of a kind that another one defines. */
        DEFINITION("definition"),
        /** A field holds the other's name. */
        REFERENCE("name reference"),
        /** A role permits something to be done to the other. */
        PERMISSION("permission"),
        /** A field selects the other by its labels. */
        SELECTOR("selector"),
        /** A string was made from the other. */
        CONTEXT("string context");

        private final String text;

        Origin(String text) {
            this.text = text;
        }

        /** As modules and messages call it. */
        public String text() {
            return text;
        }
    }

    /**
     * Whether the other one has to be there first. What is selected need not: a Service finds its pods whenever these come, and
     * workloads may refer to it. Nor need what is permitted to be changed.
     */
    public boolean orders() {
        return switch (origin) {
            case NAMESPACE, DEFINITION, REFERENCE, CONTEXT -> true;
            case PERMISSION, SELECTOR -> false;
        };
    }

    /** The path in one text. */
    public String field() {
        return path.stream()
                .map(name -> PLAIN.matcher(name).matches() ? Describe.text(name) : Describe.quoted(name))
                .collect(Collectors.joining("."));
    }
}
