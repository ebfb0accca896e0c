package kwix.lsp.feature;

import java.util.List;
import org.eclipse.lsp4j.CompletionItemKind;

/** What files begin with. */
final class Skeletons {

    static final List<Suggestion> FILES = List.of(
            snippet("module", "A module that declares an option and defines others.", """
                { config, lib, ... }:
                {
                  options.${1:name} = lib.mkOption {
                    type = lib.types.${2:str};
                    description = "$3";
                  };

                  config = {
                    $0
                  };
                }
                """),
            snippet("resources", "A module with a resource of Kubernetes.", """
                { config, lib, ... }:
                {
                  kubernetes.resources.${1:ConfigMap}.${2:name} = {
                    $0
                  };
                }
                """),
            snippet("function", "A file that is a function.", """
                { ${1:lib}, ... }:
                {
                  $0
                }
                """));

    static final List<Suggestion> MODULE_ARGUMENTS = List.of(
            argument("config", "What all modules together define."),
            argument("lib", "The standard library."),
            argument("options", "What all modules together declare."));

    private Skeletons() {}

    private static Suggestion snippet(String label, String doc, String text) {
        return new Suggestion(
                label,
                CompletionItemKind.Snippet,
                Suggestion.LOCAL,
                text,
                () -> new Suggestion.Details(
                        null, doc + "\n\n" + DocText.code(text.replaceAll("\\$\\{\\d+:(\\w+)}|\\$\\d", "$1"))));
    }

    private static Suggestion argument(String label, String doc) {
        return new Suggestion(
                label, CompletionItemKind.Variable, Suggestion.LOCAL, null, () -> new Suggestion.Details(null, doc));
    }
}
