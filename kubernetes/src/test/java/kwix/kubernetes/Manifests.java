package kwix.kubernetes;

import java.util.List;
import kwix.grammar.source.SourceText;
import kwix.kubernetes.resource.ManifestFiles;
import kwix.kubernetes.resource.Resource;
import kwix.language.value.Budget;

/** Resources of texts, for tests. */
public final class Manifests {

    private Manifests() {}

    public static List<Resource> of(String yaml) {
        return ManifestFiles.read(SourceText.encode(yaml), "test.yaml", new Budget(1000));
    }
}
