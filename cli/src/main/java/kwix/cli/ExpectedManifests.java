package kwix.cli;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kwix.grammar.source.SourceText;
import kwix.kubernetes.order.RankedResource;
import kwix.kubernetes.resource.ManifestFiles;
import kwix.kubernetes.resource.Resource;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.module.Machine;
import kwix.language.value.Budget;
import kwix.language.value.PathValue;

/**
 * What a case is to give, as its file says it.
 *
 * @param firstLine a comment that names the resources that the file is about, with its end; empty when it is about all
 */
record ExpectedManifests(String firstLine, List<ResourcePattern> only, String bytes, PathValue file) {

    private static final Pattern ONLY = Pattern.compile("# only (\\S+(?: +\\S+)*) *\n");

    static ExpectedManifests read(PathValue file, Machine machine) {
        String bytes = machine.readFile(file);
        Matcher first = ONLY.matcher(bytes);
        if (!first.lookingAt()) {
            return new ExpectedManifests("", List.of(), bytes, file);
        }
        return new ExpectedManifests(
                first.group(),
                Arrays.stream(first.group(1).split(" +"))
                        .map(ExpectedManifests::pattern)
                        .toList(),
                bytes,
                file);
    }

    private static ResourcePattern pattern(String text) {
        if (text.indexOf('/') <= 0 || text.endsWith("/")) {
            throw new KwixException(
                    ErrorCode.INVALID_VALUE, "The line `# only` names resources as KIND/NAME, not `" + text + "`.");
        }
        return ResourcePattern.of(text);
    }

    /** Of all resources, those that the file is about. */
    List<RankedResource> concerned(List<RankedResource> all) {
        return only.isEmpty() ? all : ResourcePattern.select(only, all);
    }

    List<Resource> resources(Budget budget) {
        return ManifestFiles.read(bytes, SourceText.encode(String.valueOf(file.path())), budget);
    }
}
