package kwix.language.module;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kwix.grammar.binary.StoredTree;
import kwix.grammar.diagnostic.Diagnostic;
import kwix.grammar.diagnostic.SyntaxCode;
import kwix.grammar.lint.LiteralLints;
import kwix.grammar.parse.Parser;
import kwix.grammar.scope.GlobalNames;
import kwix.grammar.scope.ScopeAnalysis;
import kwix.grammar.scope.Scopes;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.SyntaxTree;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.error.Place;
import kwix.language.translate.Linkage;
import kwix.language.translate.Program;
import kwix.language.translate.Translator;
import kwix.language.value.AttributeSet;
import kwix.language.value.DeferredThunk;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;
import kwix.language.value.Thunk;

/** Reads, parses and evaluates sources. A file is parsed once and, but for scoped imports, evaluated once. */
public final class Loader implements Importer {

    private final Machine machine;
    private final GlobalNames globals;
    private final Supplier<Linkage> linkage;
    private final Map<PathValue, SyntaxTree> trees = new HashMap<>();
    private final Map<PathValue, Thunk> values = new HashMap<>();

    /** @param linkage asked for when the first source is translated: builtins, which it holds, need this loader */
    public Loader(Machine machine, GlobalNames globals, Supplier<Linkage> linkage) {
        this.machine = machine;
        this.globals = globals;
        this.linkage = linkage;
    }

    @Override
    public Object importFile(PathValue path) {
        PathValue file = EntryFile.of(machine, path);
        return values.computeIfAbsent(file, wanted -> new DeferredThunk(() -> run(wanted, globals)))
                .force();
    }

    @Override
    public Object importScoped(AttributeSet scope, PathValue path) {
        var names = new String[scope.size()];
        var outer = new Object[names.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = Describe.text(scope.name(i));
            outer[i] = scope.value(i);
        }
        return run(EntryFile.of(machine, path), new GlobalNames(globals.names(), List.of(names)), outer);
    }

    @Override
    public Object evaluate(SourceText source, PathValue directory) {
        return program(source, directory).run();
    }

    /** The same, but only read now and evaluated when it is needed. */
    public Thunk deferred(SourceText source, PathValue directory) {
        return new DeferredThunk(program(source, directory)::run);
    }

    private Program program(SourceText source, PathValue directory) {
        ReadingWatch watch = machine.conduct().readings();
        watch.reading(source.name());
        try {
            return program(Parser.parse(source), directory.path(), globals);
        } finally {
            watch.read();
        }
    }

    /** A text without errors, as evaluating it would read it. @param directory against which relative paths resolve */
    public Reading read(SourceText source, PathValue directory) {
        return read(Parser.parse(source), directory.path(), globals);
    }

    /** The same for a file. */
    public Reading readFile(PathValue path) {
        PathValue file = EntryFile.of(machine, path);
        return read(tree(file), folder(file), globals);
    }

    private Object run(PathValue file, GlobalNames names, Object... outer) {
        return program(file, names).run(outer);
    }

    private Program program(PathValue file, GlobalNames names) {
        ReadingWatch watch = machine.conduct().readings();
        watch.reading(file.path());
        try {
            return names == globals && !trees.containsKey(file)
                    ? keptProgram(file)
                    : program(tree(file), folder(file), names);
        } finally {
            watch.read();
        }
    }

    /** Of a file that is read for the first time. */
    private Program keptProgram(PathValue file) {
        Conduct conduct = machine.conduct();
        TreeStore store = conduct.lints().equals(LiteralLints.NONE) ? conduct.trees() : TreeStore.NONE;
        byte[] content = machine.readBytes(file);
        var source = new SourceText(Describe.text(file.path()), content);
        StoredTree stored = store.find(source, file.path(), content);
        if (stored != null) {
            conduct.readings().stored();
            return Translator.translate(stored.tree(), stored.scopes(), folder(file), linkage.get());
        }
        SyntaxTree tree = Parser.parse(source);
        trees.put(file, tree);
        Reading reading = read(tree, folder(file), globals);
        store.keep(tree, reading.scopes(), file.path(), content);
        return program(reading);
    }

    private SyntaxTree tree(PathValue file) {
        SyntaxTree tree = trees.get(file);
        if (tree == null) {
            tree = Parser.parse(new SourceText(Describe.text(file.path()), machine.readBytes(file)));
            trees.put(file, tree);
        }
        return tree;
    }

    private static String folder(PathValue file) {
        return file.path().substring(0, Math.max(1, file.path().lastIndexOf('/')));
    }

    private Reading read(SyntaxTree tree, String directory, GlobalNames names) {
        refuse(tree, tree.diagnostics());
        lint(tree);
        Scopes scopes = ScopeAnalysis.analyse(tree, names);
        refuse(tree, scopes.diagnostics());
        return new Reading(tree, scopes, directory);
    }

    private Program program(SyntaxTree tree, String directory, GlobalNames names) {
        return program(read(tree, directory, names));
    }

    private Program program(Reading reading) {
        return Translator.translate(reading.tree(), reading.scopes(), reading.directory(), linkage.get());
    }

    private void lint(SyntaxTree tree) {
        Conduct conduct = machine.conduct();
        List<Diagnostic> findings = conduct.lints().check(tree);
        refuse(tree, findings);
        findings.forEach(finding -> conduct.warnings().accept(finding, tree.source()));
    }

    private static void refuse(SyntaxTree tree, List<Diagnostic> diagnostics) {
        List<Diagnostic> errors =
                diagnostics.stream().filter(Diagnostic::isError).toList();
        if (errors.isEmpty()) {
            return;
        }
        Diagnostic first = errors.getFirst();
        var failure = new KwixException(ErrorCode.SYNTAX, first.message())
                .at(new Place(tree.source(), first.start(), first.end()))
                .withHint(first.hint())
                .withDiagnostics(errors);
        if (first.code() != SyntaxCode.UNEXPECTED) {
            failure.withSubject(tree.source().text().substring(first.start(), first.end()));
        }
        throw failure;
    }
}
