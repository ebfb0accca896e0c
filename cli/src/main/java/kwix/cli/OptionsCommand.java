package kwix.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kwix.grammar.source.SourceText;
import kwix.kubernetes.options.OptionEntry;
import kwix.kubernetes.options.OptionsPage;
import kwix.kubernetes.options.OptionsText;
import kwix.language.error.ErrorPrinter;
import kwix.language.error.SourceNames;
import kwix.language.render.JsonWriter;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.ByteBuilder;
import kwix.language.value.EvaluationContext;
import kwix.language.value.Expect;
import kwix.language.value.Functions;
import kwix.language.value.ListValue;
import kwix.language.value.Thunk;

/** {@code kwix options}. */
final class OptionsCommand {

    private static final String REFERENCE =
            "import <kwix/lib/options/reference.kx> { lib = " + OpenedEvaluation.LIBRARY + "; }";

    private static final List<String> FORMATS = List.of("text", "markdown", "json", "json-schema", "html");

    private final String format;
    private final List<String> files;
    private final Rendering rendering;
    private final Conditions conditions;
    private final Invocation invocation;
    private final SourceNames names;

    private OptionsCommand(ParsedArguments parsed, Invocation invocation, SourceNames names) {
        format = RenderRequest.format(parsed.single(OptionsOption.FORMAT), FORMATS);
        files = parsed.files();
        if (files.contains("")) {
            throw new UsageException("the name of a FILE is empty", "a dot means the working directory");
        }
        if (files.contains("-")) {
            throw new UsageException("modules are files, so they cannot be read from standard input (-)", null);
        }
        rendering = new Rendering(files, parsed.single(EvalOption.ENVIRONMENT), EvalRequest.arguments(parsed), null);
        conditions = Conditions.of(parsed);
        this.invocation = invocation;
        this.names = names;
    }

    /** @param names what files are called */
    static int run(ParsedArguments parsed, Invocation invocation, ErrorPrinter printer, SourceNames names) {
        var command = new OptionsCommand(parsed, invocation, names);
        command.conditions.warnings().forEach(warning -> invocation.report("kwix options: warning: " + warning + "\n"));
        OpenedEvaluation opened =
                OpenedEvaluation.open(command.conditions, invocation, printer, command.rendering.start(invocation));
        Output.write(opened.run(() -> command.printed(opened)), null, invocation);
        return ExitStatus.SUCCESS;
    }

    private ByteBuilder printed(OpenedEvaluation opened) {
        EvaluationContext context = opened.evaluation().context();
        // Of a project's own modules only their own options are wanted, not those of the library that they are
        // evaluated with.
        List<String> without = files.isEmpty() ? List.of() : names.library();
        AttributeSet options = files.isEmpty() ? rendering.libraryOptions(opened) : rendering.options(opened);
        var argument = new AttributeSetBuilder()
                .put("options", options)
                .put(
                        "without",
                        ListValue.of(without.stream().map(SourceText::encode).toList()))
                .build();
        AttributeSet reference =
                Expect.set(Thunk.force(Functions.call(opened.evaluate("kwix options", REFERENCE), argument)));
        if (format.equals("json-schema")) {
            return JsonWriter.print(Objects.requireNonNull(reference.get("schema")), context)
                    .append('\n');
        }
        List<OptionEntry> entries =
                OptionEntry.read(Expect.list(Objects.requireNonNull(reference.forced("entries"))), names);
        return switch (format) {
            case "json" -> JsonWriter.print(json(entries), context).append('\n');
            case "markdown" -> encoded(OptionsText.markdown(entries));
            case "html" -> encoded(OptionsPage.of(entries));
            default -> encoded(OptionsText.plain(entries));
        };
    }

    private static ListValue json(List<OptionEntry> entries) {
        var objects = new ArrayList<AttributeSet>();
        for (OptionEntry entry : entries) {
            var object = new AttributeSetBuilder()
                    .put("name", SourceText.encode(entry.name()))
                    .put("type", SourceText.encode(entry.type()))
                    .put("description", SourceText.encode(entry.description()))
                    .put("readOnly", entry.readOnly())
                    .put(
                            "declared",
                            ListValue.of(entry.declared().stream()
                                    .map(SourceText::encode)
                                    .toList()));
            String usual = entry.usual();
            if (usual != null) {
                object.put("default", SourceText.encode(usual));
            }
            String example = entry.example();
            if (example != null) {
                object.put("example", SourceText.encode(example));
            }
            objects.add(object.build());
        }
        return ListValue.of(objects);
    }

    private static ByteBuilder encoded(String text) {
        return ByteBuilder.of(SourceText.encode(text));
    }
}
