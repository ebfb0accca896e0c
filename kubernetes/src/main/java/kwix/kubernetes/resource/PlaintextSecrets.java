package kwix.kubernetes.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.Place;
import kwix.language.render.PlainData.FoundSecret;
import kwix.language.value.AttributeSet;
import kwix.language.value.Describe;
import org.jspecify.annotations.Nullable;

/** Secrets that would be seen by whoever sees the manifests. */
public final class PlaintextSecrets {

    private static final Pattern ELEMENT = Pattern.compile("\\[(\\d+)]\\.?(.*)", Pattern.DOTALL);

    /** The cluster writes into it what it holds. */
    private static final String TOKEN = "kubernetes.io/service-account-token";

    private PlaintextSecrets() {}

    /** Refuses secrets in anything but what Secrets hold. @param found in the list of the resources */
    public static void refuseElsewhere(List<Resource> resources, List<FoundSecret> found) {
        var leaks = new ArrayList<String>();
        Place first = null;
        for (FoundSecret secret : found) {
            Matcher path = ELEMENT.matcher(secret.path());
            if (!path.matches()) {
                continue;
            }
            Resource resource = resources.get(Integer.parseInt(path.group(1)));
            String field = Describe.text(path.group(2));
            if (isSecret(resource) && (field.startsWith("data.") || field.startsWith("stringData."))) {
                continue;
            }
            leaks.add(resource.id() + ", field `" + field + "`: "
                    + Describe.text(String.join(" and ", secret.origins())));
            first = first == null ? secret.place() : first;
        }
        if (leaks.isEmpty()) {
            return;
        }
        String message = leaks.size() == 1
                ? "A secret would be printed outside of a Secret: in " + leaks.getFirst() + "."
                : leaks.size() + " secrets would be printed outside of Secrets:\n  - " + String.join("\n  - ", leaks);
        throw new KwixException(ErrorCode.SECRET, message)
                .at(first)
                .withHint("Put it into a Secret, and refer to that with `secretKeyRef`, `secretRef` or a volume.");
    }

    /** Refuses Secrets with values. */
    public static void refuse(List<Resource> resources) {
        List<String> plain = resources.stream()
                .filter(PlaintextSecrets::isPlain)
                .map(resource -> "`" + resource.id() + "`")
                .toList();
        if (plain.isEmpty()) {
            return;
        }
        throw new KwixException(
                        ErrorCode.SECRET,
                        (plain.size() == 1 ? "The value of a Secret" : "The values of " + plain.size() + " Secrets")
                                + " would be printed for everybody to read: " + String.join(", ", plain) + ".")
                .withHint("Let an ExternalSecret or a SealedSecret make it, or name it in"
                        + " `kubernetes.external.Secret` when something else does."
                        + " --plaintext-secrets prints it all the same.");
    }

    private static boolean isSecret(Resource resource) {
        return resource.id().qualifiedKind().equals("Secret");
    }

    private static boolean isPlain(Resource resource) {
        return isSecret(resource)
                && !TOKEN.equals(resource.text("type"))
                && (holds(resource.field("data")) || holds(resource.field("stringData")));
    }

    private static boolean holds(@Nullable Object values) {
        return values instanceof AttributeSet set && !set.isEmpty();
    }
}
