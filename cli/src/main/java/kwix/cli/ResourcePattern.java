package kwix.cli;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kwix.grammar.source.SourceText;
import kwix.kubernetes.order.RankedResource;
import kwix.kubernetes.resource.ResourceId;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.Describe;
import kwix.language.value.Suggestions;

/**
 * What {@code --select} names: kind, in any case and maybe with its group, and name, the final or the given one, both maybe with
 * wildcards.
 */
final class ResourcePattern {

    private final String text;
    private final Pattern kind;
    private final Pattern name;

    private ResourcePattern(String text, Pattern kind, Pattern name) {
        this.text = text;
        this.kind = kind;
        this.name = name;
    }

    static ResourcePattern of(String text) {
        int slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1) {
            throw new UsageException(
                    "--select takes KIND/NAME such as Deployment/web, not `" + text + "`",
                    "* stands for any characters");
        }
        return new ResourcePattern(
                text, glob(text.substring(0, slash), Pattern.CASE_INSENSITIVE), glob(text.substring(slash + 1), 0));
    }

    /** A pattern in which * and ? stand for any characters. */
    static Pattern glob(String text, int flags) {
        var pattern = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            pattern.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(pattern.toString(), flags);
    }

    private boolean matches(RankedResource resource) {
        ResourceId id = resource.id();
        return Stream.of(id.name(), resource.givenName())
                        .anyMatch(each -> name.matcher(Describe.text(each)).matches())
                && Stream.of(id.kind(), id.qualifiedKind())
                        .anyMatch(each -> kind.matcher(each).matches());
    }

    /** Those that some pattern names; a pattern that names none is an error. */
    static List<RankedResource> select(List<ResourcePattern> patterns, List<RankedResource> resources) {
        for (ResourcePattern pattern : patterns) {
            if (resources.stream().noneMatch(resource -> pattern.matches(resource))) {
                throw pattern.missing(resources);
            }
        }
        return resources.stream()
                .filter(resource -> patterns.stream().anyMatch(pattern -> pattern.matches(resource)))
                .toList();
    }

    private KwixException missing(List<RankedResource> resources) {
        List<String> known = resources.stream()
                .map(resource -> Describe.text(resource.id().kind() + "/" + resource.givenName()))
                .distinct()
                .toList();
        List<String> lower =
                known.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
        List<String> near = Suggestions.near(text.toLowerCase(Locale.ROOT), lower).stream()
                .map(each -> SourceText.encode(known.get(lower.indexOf(each))))
                .toList();
        return new KwixException(ErrorCode.MISSING_ATTRIBUTE, "No resource is `" + text + "`, as was asked for.")
                .withHint(near.isEmpty() ? null : Suggestions.question(near));
    }
}
