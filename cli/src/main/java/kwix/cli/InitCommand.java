package kwix.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import kwix.grammar.source.SourceText;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.module.FileNames;
import kwix.language.value.ByteBuilder;

/** {@code kwix init}: files of a template, none of which is there already. */
final class InitCommand {

    private InitCommand() {}

    /** @param folder the project's; it is made when there is none */
    static int run(String folder, ProjectTemplate template, Invocation invocation) {
        if (folder.isEmpty()) {
            throw new UsageException("the name of the DIR is empty", "a dot means the working directory");
        }
        Path root = FileNames.path(invocation.path(folder).path());
        refuseToOverwrite(root, template, folder);
        try {
            for (String name : template.files()) {
                Path file = root.resolve(name);
                Files.createDirectories(Objects.requireNonNull(file.getParent(), name));
                Files.write(file, template.content(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            }
        } catch (FileAlreadyExistsException inTheWay) {
            throw failed(folder, "`" + inTheWay.getFile() + "` is in the way");
        } catch (FileSystemException refused) {
            throw failed(folder, refused.getReason() == null ? "permission denied" : refused.getReason());
        } catch (IOException failure) {
            throw failed(folder, String.valueOf(failure.getMessage()));
        }
        Output.write(ByteBuilder.of(SourceText.encode(text(folder, template))), null, invocation);
        return ExitStatus.SUCCESS;
    }

    private static void refuseToOverwrite(Path root, ProjectTemplate template, String folder) {
        List<String> present = template.files().stream()
                .filter(name -> Files.exists(root.resolve(name), LinkOption.NOFOLLOW_LINKS))
                .toList();
        if (!present.isEmpty()) {
            throw failed(folder, "there is " + String.join(", ", present) + " already")
                    .withHint("Name another folder, or move these somewhere else.");
        }
    }

    private static String text(String folder, ProjectTemplate template) {
        var text = new StringBuilder();
        String prefix = folder.equals(".") ? "" : folder.replaceAll("/+$", "") + "/";
        template.files()
                .forEach(name ->
                        text.append("wrote ").append(prefix).append(name).append('\n'));
        text.append("\nNext:\n");
        if (!prefix.isEmpty()) {
            text.append("  cd ").append(folder).append('\n');
        }
        return text.append("  kwix render                   # the resources\n")
                .append("  kwix render --env production  # those of an environment\n")
                .append("  kwix test                     # what the tests expect of them\n")
                .toString();
    }

    private static KwixException failed(String folder, String why) {
        return new KwixException(ErrorCode.OUTPUT, "No project was made in `" + folder + "`: " + why + ".");
    }
}
