package kwix.conformance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of the packages inside {@code language}, and that no package anywhere is part of a cycle. */
class PackagesTest {

    private static final JavaClasses KWIX = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("kwix");

    /** Each package of {@code language} with those it may know. */
    private static final Map<String, Set<String>> LANGUAGE = new TreeMap<>(Map.ofEntries(
            Map.entry("error", Set.of()),
            Map.entry("regex", Set.of("error")),
            Map.entry("value", Set.of("error")),
            Map.entry("render", Set.of("error", "value")),
            Map.entry("read", Set.of("error", "value")),
            Map.entry("node", Set.of("error", "value")),
            Map.entry("translate", Set.of("error", "value", "node")),
            Map.entry("module", Set.of("error", "value", "translate")),
            Map.entry("fetch", Set.of("error", "value", "module")),
            Map.entry("builtin", Set.of("error", "value", "regex", "read", "render", "module", "fetch")),
            Map.entry("api", Set.of("error", "value", "render", "node", "translate", "module", "builtin"))));

    @Test
    void everyPackageOfLanguageHasItsPlace() {
        Set<String> present = new TreeSet<>();
        KWIX.stream()
                .map(type -> type.getPackageName())
                .filter(name -> name.startsWith("kwix.language."))
                .map(name -> name.split("\\.")[2])
                .forEach(present::add);
        assertEquals(LANGUAGE.keySet(), present);
    }

    @Test
    void packagesOfLanguageKnowOnlyWhatIsBelow() {
        LayeredArchitecture architecture = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String name : LANGUAGE.keySet()) {
            architecture = architecture.layer(name).definedBy("kwix.language." + name + "..");
        }
        for (Map.Entry<String, Set<String>> entry : LANGUAGE.entrySet()) {
            architecture = entry.getValue().isEmpty()
                    ? architecture.whereLayer(entry.getKey()).mayNotAccessAnyLayer()
                    : architecture
                            .whereLayer(entry.getKey())
                            .mayOnlyAccessLayers(entry.getValue().toArray(String[]::new));
        }
        architecture.check(KWIX);
    }

    @Test
    void onlyTranslateKnowsBothTreesAndNodes() {
        noClasses()
                .that()
                .resideInAnyPackage("kwix.language.node..", "kwix.language.value..", "kwix.language.render..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("kwix.grammar.tree..")
                .check(KWIX);
    }

    /** The root node of an entry point has to name the frame in its signature; to use it is for nodes alone. */
    @Test
    void onlyNodesUseTheFrame() {
        noClasses()
                .that()
                .resideInAPackage("kwix..")
                .and()
                .resideOutsideOfPackage("kwix.language.node..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.oracle.truffle.api.frame..")
                .check(KWIX);
    }

    @Test
    void packagesOfTheLanguageServerKnowOnlyWhatIsBelow() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("text")
                .definedBy("kwix.lsp.text..")
                .layer("name")
                .definedBy("kwix.lsp.name..")
                .layer("document")
                .definedBy("kwix.lsp.document..")
                .layer("infer")
                .definedBy("kwix.lsp.infer..")
                .layer("feature")
                .definedBy("kwix.lsp.feature..")
                .layer("server")
                .definedBy("kwix.lsp.server..")
                .whereLayer("text")
                .mayNotAccessAnyLayer()
                .whereLayer("name")
                .mayOnlyAccessLayers("text")
                .whereLayer("document")
                .mayOnlyAccessLayers("text", "name")
                .whereLayer("infer")
                .mayOnlyAccessLayers("text", "name", "document")
                .whereLayer("feature")
                .mayOnlyAccessLayers("text", "name", "document", "infer")
                .whereLayer("server")
                .mayOnlyAccessLayers("text", "name", "document", "infer", "feature")
                .check(KWIX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kwix.(*)..",
                "kwix.grammar.(*)..",
                "kwix.store.(*)..",
                "kwix.language.(*)..",
                "kwix.language.node.(*)..",
                "kwix.kubernetes.(*)..",
                "kwix.lsp.(*)..",
                "kwix.cli.(*).."
            })
    void packagesFormNoCycle(String packages) {
        slices().matching(packages)
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(KWIX);
    }
}
