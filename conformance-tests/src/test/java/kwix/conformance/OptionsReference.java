package kwix.conformance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import kwix.grammar.source.SourceText;
import kwix.kubernetes.options.OptionEntry;
import kwix.kubernetes.options.OptionsPage;
import kwix.kubernetes.options.OptionsText;
import kwix.language.api.Evaluation;
import kwix.language.error.SourceNames;
import kwix.language.module.Bounds;
import kwix.language.module.HostMachine;
import kwix.language.module.LibraryFolders;
import kwix.language.module.SearchPath;
import kwix.language.value.Expect;
import kwix.language.value.PathValue;

/** The reference of the options of {@code <kwix/kubernetes>}, as {@code kwix options} prints it. */
record OptionsReference(List<OptionEntry> entries) {

    private static final String ENTRIES = """
        let lib = import <kwix/lib>; in
        (import <kwix/lib/options/reference.kx> { inherit lib; } {
          inherit (lib.evalModules { modules = [ <kwix/kubernetes> ]; }) options;
          without = [ ];
        }).entries
        """;

    static OptionsReference read() {
        String library = Objects.requireNonNull(System.getProperty("kwix.stdlib"));
        var machine = new HostMachine(
                true, Bounds.none(), Map.of(), SearchPath.of(List.of(), null, library, "/"), line -> {});
        var evaluation = Evaluation.open(Evaluation.Settings.direct(machine));
        var names = new SourceNames("", LibraryFolders.of(library).paths());
        return new OptionsReference(evaluation.run(() -> OptionEntry.read(
                Expect.list(evaluation.evaluate(new SourceText("options", ENTRIES), new PathValue("/"))), names)));
    }

    String markdown() {
        return OptionsText.markdown(entries);
    }

    String page() {
        return OptionsPage.of(entries);
    }
}
