package kwix.conformance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The modules' one direction, and the one place where each library is known. */
class ModulesTest {

    private static final JavaClasses KWIX = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("kwix");

    @Test
    void modulesKnowOnlyWhatIsBelow() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("grammar")
                .definedBy("kwix.grammar..")
                .layer("store")
                .definedBy("kwix.store..")
                .layer("language")
                .definedBy("kwix.language..")
                .layer("kubernetes")
                .definedBy("kwix.kubernetes..")
                .layer("lsp")
                .definedBy("kwix.lsp..")
                .layer("cli")
                .definedBy("kwix.cli..")
                .whereLayer("grammar")
                .mayNotAccessAnyLayer()
                .whereLayer("store")
                .mayNotAccessAnyLayer()
                .whereLayer("language")
                .mayOnlyAccessLayers("grammar", "store")
                .whereLayer("kubernetes")
                .mayOnlyAccessLayers("grammar", "language")
                .whereLayer("lsp")
                .mayOnlyAccessLayers("grammar", "language")
                .whereLayer("cli")
                .mayOnlyAccessLayers("grammar", "store", "language", "kubernetes", "lsp")
                .check(KWIX);
    }

    /** How values are evaluated is nothing to those who work with what they are. */
    @Test
    void resourcesAreMadeOfValuesAlone() {
        noClasses()
                .that()
                .resideInAPackage("kwix.kubernetes..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "kwix.language.node..",
                        "kwix.language.translate..",
                        "kwix.language.builtin..",
                        "kwix.language.fetch..",
                        "kwix.grammar.tree..",
                        "kwix.grammar.parse..")
                .check(KWIX);
    }

    @Test
    void eachLibraryIsKnownInOnePlace() {
        onlyIn("org.antlr.v4..", "kwix.grammar..");
        onlyIn("org.snakeyaml.engine..", "kwix.language.render..", "kwix.language.read..");
        onlyIn("org.tomlj..", "kwix.language.read..", "kwix.language.module..");
        onlyIn("picocli..", "kwix.cli..");
        onlyIn("org.eclipse.lsp4j..", "kwix.lsp..");
        onlyIn("com.google.gson..", "kwix.lsp.server..");
        onlyIn("com.oracle.truffle..", "kwix.language..");
    }

    @Test
    void onlyTheCommandEndsTheProgram() {
        noClasses()
                .that()
                .resideOutsideOfPackage("kwix.cli..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(KWIX);
    }

    /** What is started in the editor has one door. */
    @Test
    void theCommandKnowsOneClassOfTheLanguageServer() {
        noClasses()
                .that()
                .resideInAPackage("kwix.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("kwix.lsp.*..")
                .check(KWIX);
    }

    private static void onlyIn(String library, String... places) {
        noClasses()
                .that()
                .resideOutsideOfPackages(places)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(KWIX);
    }
}
