package kwix.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kwix.grammar.source.SourceText;
import kwix.kubernetes.order.EdgeReader;
import kwix.kubernetes.order.RankedResource;
import kwix.kubernetes.order.ResourceGraph;
import kwix.kubernetes.resource.Resource;
import kwix.kubernetes.resource.ResourceReader;
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

    /** What comes from the command line wins over everything that modules say, and what the project's file says over nothing. */
    private static final String SETTINGS = """
        { chosen, usual }:
        { lib, ... }:
        {
          _file = "the command line";
          kubernetes = lib.mkMerge [
            (lib.mapAttrs (name: lib.mkOverride 40) chosen)
            (lib.mapAttrs (name: lib.mkDefault) usual)
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
        var sources = new ModuleSources(opened, start(opened.invocation()), environment);
        var modules = new ArrayList<Object>();
        modules.add(opened.evaluate("kwix render", "<kwix/kubernetes>"));
        modules.addAll(sources.ofFiles(files));
        modules.add(settings(opened, version));
        AttributeSet config = sources.config(modules, opened.arguments(arguments));
        AttributeSet kubernetes = Expect.set(option(config, "kubernetes"));
        ListValue values = (ListValue) PlainData.of(
                Expect.list(option(kubernetes, "manifests")),
                opened.evaluation().context());
        List<Resource> resources = ResourceReader.read(
                List.of(values.toArray()), index -> "resource " + (index + 1) + " of `kubernetes.manifests`");
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
                .build();
        return Thunk.force(Functions.call(opened.evaluate("kwix render", SETTINGS), both));
    }
}
