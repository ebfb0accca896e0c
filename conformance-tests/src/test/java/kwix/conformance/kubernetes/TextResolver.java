package kwix.conformance.kubernetes;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads times as the strings that they are in Kubernetes. */
final class TextResolver extends Resolver {

    @Override
    public void addImplicitResolver(Tag tag, Pattern form, String first, int limit) {
        if (!tag.equals(Tag.TIMESTAMP)) {
            super.addImplicitResolver(tag, form, first, limit);
        }
    }
}
