package kwix.generator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * In which file each model stands, and under what name: with the metadata of all resources, or with the first group and version whose
 * kinds need it, the core first. So whoever needs a kind reads few files.
 */
final class Partition {

    /** What every resource has. */
    static final String META = "meta-v1";

    private static final String CORE = "core-v1";

    /** @param name unique in the file */
    record Place(String file, String name) {}

    private final SortedMap<String, Model> models;
    private final Map<String, Place> places = new TreeMap<>();
    private final SequencedMap<String, SortedMap<String, Model>> files = new TreeMap<>();

    Partition(SortedMap<String, Model> models, List<Kind> kinds) {
        this.models = models;
        assign(META, "V1ObjectMeta");
        var order = new ArrayList<>(kinds);
        order.sort(
                Comparator.comparing((Kind kind) -> !kind.file().equals(CORE)).thenComparing(Kind::file));
        order.forEach(kind -> assign(kind.file(), kind.model()));
    }

    /** The models of each file by their names there. */
    SequencedMap<String, SortedMap<String, Model>> files() {
        return files;
    }

    Place place(String model) {
        return Objects.requireNonNull(places.get(model), model);
    }

    private void assign(String file, String root) {
        SortedMap<String, Model> here = files.computeIfAbsent(file, any -> new TreeMap<>());
        var open = new ArrayDeque<String>(List.of(root));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (places.containsKey(name)) {
                continue;
            }
            Model model = Objects.requireNonNull(models.get(name), name);
            String plain = Kinds.plain(name);
            Place place = new Place(file, here.containsKey(plain) ? name : plain);
            places.put(name, place);
            here.put(place.name(), model);
            model.fields().values().forEach(field -> field.type().references().forEach(open::push));
        }
    }
}
