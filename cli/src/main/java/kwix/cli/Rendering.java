package kwix.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kwix.grammar.source.SourceText;
import kwix.kubernetes.explain.Explanations;
import kwix.kubernetes.explain.UnreadOptions;
import kwix.kubernetes.order.EdgeReader;
import kwix.kubernetes.order.RankedResource;
import kwix.kubernetes.order.ResourceGraph;
import kwix.kubernetes.resource.PlaintextSecrets;
import kwix.kubernetes.resource.Resource;
import kwix.kubernetes.resource.ResourceReader;
import kwix.language.error.SourceNames;
import kwix.language.module.Project;
import kwix.language.render.PlainData;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.ContextString;
import kwix.language.value.Expect;
import kwix.language.value.Functions;
import kwix.language.value.ListValue;
import kwix.language.value.PathValue;
import kwix.language.value.Thunk;
import org.jspecify.annotations.Nullable;

/**
 * The resources of modules.
 *
 * @param files the modules; none for those of the project
 * @param environment an environment of the project
 * @param arguments what modules can ask for by name
 * @param namespace the namespace of resources that name none; null for the one that modules choose
 */
record Rendering(
        List<String> files,
        @Nullable String environment,
        List<EvalRequest.Argument> arguments,
        @Nullable String namespace) {

    private static final String SUBJECTS =
            "import <kwix/kubernetes/subjects.kx> { lib = " + OpenedEvaluation.LIBRARY + "; }";

    /** What comes from the command line wins over everything that modules say, and what the project's file says over nothing. */
    private static final String SETTINGS = """
        { chosen, usual, project }:
        { lib, ... }:
        {
          imports = [
            {
              _file = "the command line";
              kubernetes = lib.mapAttrs (name: lib.mkOverride 40) chosen;
            }
            {
              _file = project;
              kubernetes = lib.mapAttrs (name: lib.mkDefault) usual;
            }
          ];
        }
        """;

    /** Where the search for a project begins. */
    PathValue start(Invocation invocation) {
        return ModuleSources.start(files, invocation);
    }

    /**
     * Evaluates the modules, checks all assertions, and gives the resources in the order in which they can be applied.
     *
     * @param version of Kubernetes; null for the one that the project or its modules choose
     */
    ResourceGraph graph(OpenedEvaluation opened, @Nullable String version) {
        return graph(opened, evaluated(opened, version));
    }

    /**
     * The same, and warnings about options that were set although nothing reads them.
     *
     * @param names what places are called
     */
    ResourceGraph graphWithWarnings(OpenedEvaluation opened, @Nullable String version, SourceNames names) {
        AttributeSet evaluation = evaluated(opened, version);
        ResourceGraph graph = graph(opened, evaluation);
        AttributeSet options =
                Expect.set(Objects.requireNonNull(evaluation.forced("options"), "evalProject gives options"));
        UnreadOptions unread = UnreadOptions.of(options);
        if (!unread.isEmpty()) {
            unread.sentences(explanations(opened, options, names))
                    .forEach(sentence ->
                            opened.machine().report(SourceText.encode("kwix render: warning: " + sentence)));
        }
        return graph;
    }

    /** The options of {@code <kwix/kubernetes>} alone. */
    AttributeSet libraryOptions(OpenedEvaluation opened) {
        Object evaluation = opened.evaluate(
                "kwix options", "(" + OpenedEvaluation.LIBRARY + ").evalModules { modules = [ <kwix/kubernetes> ]; }");
        return Expect.set(
                Objects.requireNonNull(Expect.set(evaluation).forced("options"), "evalModules gives options"));
    }

    /** What explains values of an evaluation. @param names what places are called */
    Explanations explanations(OpenedEvaluation opened, AttributeSet options, SourceNames names) {
        Object subjects = Functions.call(
                opened.evaluate("kwix explain", SUBJECTS),
                new AttributeSetBuilder().put("options", options).build());
        return new Explanations(Expect.set(Thunk.force(subjects)), options, names);
    }

    private static ResourceGraph graph(OpenedEvaluation opened, AttributeSet evaluation) {
        AttributeSet config =
                Expect.set(Objects.requireNonNull(evaluation.forced("config"), "evalProject gives a config"));
        AttributeSet kubernetes = Expect.set(option(config, "kubernetes"));
        var secrets = new ArrayList<PlainData.FoundSecret>();
        ListValue values = (ListValue) PlainData.of(
                Expect.list(option(kubernetes, "manifests")),
                opened.evaluation().context(),
                secrets::add);
        List<Resource> resources = ResourceReader.read(
                List.of(values.toArray()), index -> "resource " + (index + 1) + " of `kubernetes.manifests`");
        PlaintextSecrets.refuseElsewhere(resources, secrets);
        List<RankedResource> ranked = ranked(resources, Expect.list(option(kubernetes, "inventory")));
        return ResourceGraph.of(ranked, EdgeReader.read(Expect.list(option(kubernetes, "graph")), ranked));
    }

    private static List<RankedResource> ranked(List<Resource> resources, ListValue inventory) {
        var ranked = new ArrayList<RankedResource>();
        for (int i = 0; i < resources.size(); i++) {
            AttributeSet known = Expect.set(inventory.force(i));
            long phase = (long) option(known, "phase");
            ranked.add(new RankedResource(
                    resources.get(i),
                    ContextString.text(option(known, "name")),
                    (int) phase,
                    () -> ContextString.text(option(known, "place"))));
        }
        return ranked;
    }

    private static Object option(AttributeSet options, String name) {
        return Objects.requireNonNull(options.forced(name), "<kwix/kubernetes> declares its options");
    }

    /** The tree of options. Nothing is checked. */
    AttributeSet options(OpenedEvaluation opened) {
        return Expect.set(
                Objects.requireNonNull(evaluated(opened, null).forced("options"), "evalProject gives options"));
    }

    private AttributeSet evaluated(OpenedEvaluation opened, @Nullable String version) {
        var sources = new ModuleSources(opened, start(opened.invocation()), environment);
        var modules = new ArrayList<Object>();
        modules.add(opened.evaluate("kwix render", "<kwix/kubernetes>"));
        modules.addAll(sources.ofFiles(files));
        modules.add(settings(opened, version));
        return sources.evaluated(modules, opened.arguments(arguments));
    }

    private Object settings(OpenedEvaluation opened, @Nullable String version) {
        var chosen = new AttributeSetBuilder();
        if (namespace != null) {
            chosen.put("namespace", namespace);
        }
        if (version != null) {
            chosen.put("version", version);
        }
        var usual = new AttributeSetBuilder();
        Project project = Project.around(start(opened.invocation()));
        if (project != null && project.kubernetesVersion() != null) {
            usual.put("version", SourceText.encode(project.kubernetesVersion()));
        }
        AttributeSet both = new AttributeSetBuilder()
                .put("chosen", chosen.build())
                .put("usual", usual.build())
                .put("project", project == null ? "" : project.file().path())
                .build();
        return Thunk.force(Functions.call(opened.evaluate("kwix render", SETTINGS), both));
    }
}
