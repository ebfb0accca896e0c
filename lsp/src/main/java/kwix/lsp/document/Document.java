package kwix.lsp.document;

import java.nio.file.Path;
import kwix.grammar.parse.Parser;
import kwix.grammar.scope.ScopeAnalysis;
import kwix.grammar.scope.Scopes;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.SyntaxTree;
import kwix.language.api.Evaluation;
import kwix.lsp.name.Names;
import kwix.lsp.text.Lines;
import kwix.lsp.text.Uris;
import org.jspecify.annotations.Nullable;

/** One version of a text, and what is known of it: found out once, when it is first asked for. Any thread may ask. */
public final class Document {

    private final String uri;
    private final @Nullable Path path;
    private final int version;
    private final String text;
    private @Nullable Lines lines;
    private @Nullable SyntaxTree tree;
    private @Nullable Scopes scopes;
    private @Nullable Names names;

    public Document(String uri, int version, String text) {
        this.uri = uri;
        this.version = version;
        this.text = text;
        path = Uris.path(uri);
    }

    public String uri() {
        return uri;
    }

    /** Where the file is; null for what has none, such as a text that was never saved. */
    public @Nullable Path path() {
        return path;
    }

    /** The folder that relative paths begin in. */
    public @Nullable Path folder() {
        return path == null ? null : path.getParent();
    }

    public int version() {
        return version;
    }

    public String text() {
        return text;
    }

    public synchronized Lines lines() {
        Lines known = lines;
        if (known == null) {
            known = new Lines(text);
            lines = known;
        }
        return known;
    }

    public synchronized SyntaxTree tree() {
        SyntaxTree known = tree;
        if (known == null) {
            known = Parser.parse(new SourceText(path == null ? uri : path.toString(), text));
            tree = known;
        }
        return known;
    }

    public synchronized Scopes scopes() {
        Scopes known = scopes;
        if (known == null) {
            known = ScopeAnalysis.analyse(tree(), Evaluation.globalNames());
            scopes = known;
        }
        return known;
    }

    public synchronized Names names() {
        Names known = names;
        if (known == null) {
            known = Names.of(tree(), scopes());
            names = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return uri;
    }
}
