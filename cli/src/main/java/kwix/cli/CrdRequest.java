package kwix.cli;

import java.util.List;
import kwix.language.value.Suggestions;
import org.jspecify.annotations.Nullable;

/**
 * What {@code kwix crd} is asked for.
 *
 * @param files with definitions
 * @param output null for standard output
 */
record CrdRequest(List<String> files, @Nullable String output, Conditions conditions) {

    private static final String IMPORT = "import";

    static CrdRequest of(ParsedArguments parsed) {
        String task = parsed.files().getFirst();
        List<String> files = parsed.files().subList(1, parsed.files().size());
        if (!task.equals(IMPORT)) {
            List<String> near = Suggestions.near(task, List.of(IMPORT));
            throw new UsageException(
                    "`kwix crd` has no task `" + task + "`",
                    near.isEmpty() ? "there is `kwix crd import FILE…`" : "did you mean `" + IMPORT + "`?");
        }
        if (files.isEmpty()) {
            throw new UsageException("a FILE with definitions is needed", "`kwix crd --help` shows how it is used");
        }
        if (files.contains("") || files.contains("-")) {
            throw new UsageException("definitions are read from files, which have names", null);
        }
        return new CrdRequest(files, parsed.single(EvalOption.OUTPUT), Conditions.of(parsed));
    }
}
