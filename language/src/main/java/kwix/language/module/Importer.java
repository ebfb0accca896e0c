package kwix.language.module;

import kwix.grammar.source.SourceText;
import kwix.language.value.AttributeSet;
import kwix.language.value.PathValue;

/** Evaluates files; each is parsed once, and imported once, per evaluation. */
public interface Importer {

    /** The file's value in weak head normal form; of a folder, that of its {@code default.kx}, else {@code default.nix}. */
    Object importFile(PathValue path);

    /** The value of a text that is no file, in weak head normal form; relative paths in it resolve against {@code directory}. */
    Object evaluate(SourceText source, PathValue directory);

    /** Evaluates the file afresh with the set's attributes in scope, below its own names and above the globals. */
    Object importScoped(AttributeSet scope, PathValue path);
}
