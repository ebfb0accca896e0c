package kwix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kwix.grammar.parse.Parser;
import kwix.grammar.scope.GlobalNames;
import kwix.grammar.scope.ScopeAnalysis;
import kwix.grammar.scope.Scopes;
import kwix.grammar.source.SourceText;
import kwix.grammar.tree.SyntaxTree;
import kwix.language.api.Evaluation;
import kwix.language.module.LibraryFolders;
import kwix.language.module.LibraryTrees;

/** A step of the build: stores the trees of the standard library. Its arguments are the library's folders and the file to write. */
final class LibraryBuild {

    private LibraryBuild() {}

    public static void main(String[] arguments) throws IOException {
        var trees = new LibraryTrees.Writer();
        GlobalNames globals = Evaluation.globalNames();
        for (Path file : sources(LibraryFolders.of(arguments[0]))) {
            byte[] content = Files.readAllBytes(file);
            SyntaxTree tree = Parser.parse(new SourceText(file.toString(), content));
            Scopes scopes = ScopeAnalysis.analyse(tree, globals);
            if (!trees.add(tree, scopes, content)) {
                System.err.println(file + " cannot be stored: it has errors or warnings, or something rare"
                        + " (docs/decisions/stored-trees.md)");
                System.exit(1);
            }
        }
        trees.write(Path.of(arguments[1]));
    }

    private static List<Path> sources(LibraryFolders library) throws IOException {
        var sources = new ArrayList<Path>();
        for (String folder : library.paths()) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().matches(".*\\.(kx|nix)"))
                        .sorted()
                        .forEach(sources::add);
            }
        }
        return sources;
    }
}
