package kwix.kubernetes.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kwix.language.value.AttributeSet;
import kwix.language.value.ContextString;
import kwix.language.value.ListValue;
import org.jspecify.annotations.Nullable;

/** By which of their fields elements of lists are known, where the API merges such lists, or their elements have names anyway. */
final class MergeKeys {

    private static final List<List<String>> NAME = List.of(List.of("name"));

    private static final Map<String, List<List<String>>> BY_FIELD = Map.ofEntries(
            Map.entry("claims", NAME),
            Map.entry("conditions", List.of(List.of("type"))),
            Map.entry("containers", NAME),
            Map.entry("env", NAME),
            Map.entry("ephemeralContainers", NAME),
            Map.entry("groups", NAME),
            Map.entry("hostAliases", List.of(List.of("ip"))),
            Map.entry("hostIPs", List.of(List.of("ip"))),
            Map.entry("imagePullSecrets", NAME),
            Map.entry("initContainers", NAME),
            Map.entry("items", List.of(List.of("key"))),
            Map.entry("listeners", NAME),
            Map.entry("matchConditions", NAME),
            Map.entry("options", NAME),
            Map.entry("ownerReferences", List.of(List.of("uid"))),
            Map.entry("podIPs", List.of(List.of("ip"))),
            Map.entry("ports", List.of(List.of("containerPort", "protocol"), List.of("port", "protocol"))),
            Map.entry("readinessGates", List.of(List.of("conditionType"))),
            Map.entry("resizePolicy", List.of(List.of("resourceName"))),
            Map.entry("resourceClaims", NAME),
            Map.entry("schedulingGates", NAME),
            Map.entry("secrets", NAME),
            Map.entry("sysctls", NAME),
            Map.entry("taints", List.of(List.of("key", "effect"))),
            Map.entry("topologySpreadConstraints", List.of(List.of("topologyKey", "whenUnsatisfiable"))),
            Map.entry("versions", NAME),
            Map.entry("volumeDevices", List.of(List.of("devicePath"))),
            Map.entry("volumeMounts", List.of(List.of("mountPath"))),
            Map.entry("volumes", NAME),
            Map.entry("webhooks", NAME));

    /** What a key that is left out counts as. */
    private static final Map<String, String> DEFAULTS = Map.of("protocol", "TCP");

    /** Containers that run one after the other, and variables that may refer to earlier ones. */
    private static final Set<String> ORDERED = Set.of("env", "initContainers");

    private MergeKeys() {}

    /** Whether the order of the elements means something although they are known by keys. */
    static boolean ordered(FieldPath path) {
        return ORDERED.contains(path.name());
    }

    /**
     * The elements of both lists by what they are known by, in the order of each list; null when some elements have no key, or two of a
     * list have the same.
     */
    static @Nullable List<Map<String, Object>> match(FieldPath path, ListValue from, ListValue to) {
        for (List<String> keys : BY_FIELD.getOrDefault(path.name(), List.of())) {
            Map<String, Object> left = labelled(from, keys);
            Map<String, Object> right = labelled(to, keys);
            if (left != null && right != null) {
                return List.of(left, right);
            }
        }
        return null;
    }

    private static @Nullable Map<String, Object> labelled(ListValue list, List<String> keys) {
        var elements = new LinkedHashMap<String, Object>();
        for (int i = 0; i < list.size(); i++) {
            Object element = list.force(i);
            String label = element instanceof AttributeSet set ? label(set, keys) : null;
            if (label == null || elements.put(label, element) != null) {
                return null;
            }
        }
        return elements;
    }

    private static @Nullable String label(AttributeSet element, List<String> keys) {
        var parts = new ArrayList<String>();
        for (String key : keys) {
            Object value = element.forced(key);
            String usual = DEFAULTS.get(key);
            if (value == null && usual == null) {
                return null;
            }
            if (value != null && (value instanceof AttributeSet || value instanceof ListValue)) {
                return null;
            }
            String text =
                    value == null ? "" : ContextString.isString(value) ? ContextString.text(value) : value.toString();
            if (value != null && !text.equals(usual)) {
                parts.add(key + "=" + text);
            }
        }
        return String.join(",", parts);
    }
}
