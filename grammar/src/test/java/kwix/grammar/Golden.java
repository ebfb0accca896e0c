package kwix.grammar;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.approvaltests.Approvals;
import org.approvaltests.approvers.FileApprover;
import org.approvaltests.core.ApprovalWriter;
import org.approvaltests.core.Options;
import org.approvaltests.core.VerifyResult;
import org.approvaltests.namer.ApprovalNamer;
import org.approvaltests.reporters.ReporterWithApprovalPower;

/**
 * An accepted text beside a case. Another text is written as {@code NAME.received.ENDING} and fails, or with
 * {@code -Dkwix.accept=true} becomes the accepted one.
 */
record Golden(Path accepted) {

    void verify(String text) {
        Approvals.verify(
                new FileApprover(new Exactly(text), new Beside(accepted, ""), Golden::same),
                new Options(new Accepting(Boolean.getBoolean("kwix.accept"))));
    }

    private static VerifyResult same(File received, File accepted) {
        try {
            return VerifyResult.from(accepted.exists() && Files.mismatch(received.toPath(), accepted.toPath()) < 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Exactly(String text) implements ApprovalWriter {

        @Override
        public File writeReceivedFile(File received) {
            try {
                Files.writeString(received.toPath(), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return received;
        }

        @Override
        public String getFileExtensionWithDot() {
            return "";
        }
    }

    private record Beside(Path accepted, String information) implements ApprovalNamer {

        @Override
        public File getApprovedFile(String extension) {
            return accepted.toFile();
        }

        @Override
        public File getReceivedFile(String extension) {
            String name = accepted.getFileName().toString();
            int dot = name.lastIndexOf('.');
            return accepted.resolveSibling(name.substring(0, dot) + ".received" + name.substring(dot))
                    .toFile();
        }

        @Override
        public String getApprovalName() {
            return accepted.getFileName().toString();
        }

        @Override
        public String getSourceFilePath() {
            return accepted.getParent() + File.separator;
        }

        @Override
        public ApprovalNamer addAdditionalInformation(String more) {
            return new Beside(accepted, more);
        }

        @Override
        public String getAdditionalInformation() {
            return information;
        }
    }

    private static final class Accepting implements ReporterWithApprovalPower {

        private final boolean accepts;
        private boolean accepted;

        Accepting(boolean accepts) {
            this.accepts = accepts;
        }

        @Override
        public boolean report(String received, String approved) {
            if (accepts) {
                try {
                    Files.move(Path.of(received), Path.of(approved), StandardCopyOption.REPLACE_EXISTING);
                    accepted = true;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return accepts;
        }

        @Override
        public VerifyResult approveWhenReported() {
            return VerifyResult.from(accepted);
        }
    }
}
