package kwix.conformance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
 * Compares texts with the accepted ones beside the cases, byte for byte. What differs or is missing is written as
 * {@code NAME.received.ENDING} and fails; {@code -Dkwix.accept=true} makes it the accepted text instead.
 */
record Golden(boolean accept) {

    static Golden fromProperties() {
        return new Golden(Boolean.getBoolean("kwix.accept"));
    }

    void verify(Path accepted, String text) {
        Reporter reporter = new Reporter(accept);
        FileApprover approver = new FileApprover(new ExactText(text), new Beside(accepted, ""), Golden::sameBytes);
        Approvals.verify(approver, new Options(reporter));
    }

    private static VerifyResult sameBytes(File received, File accepted) {
        try {
            return VerifyResult.from(accepted.exists() && Files.mismatch(received.toPath(), accepted.toPath()) == -1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The received text, unchanged. */
    private record ExactText(String text) implements ApprovalWriter {
        @Override
        public File writeReceivedFile(File received) {
            try {
                Files.write(received.toPath(), text.getBytes(StandardCharsets.UTF_8));
                return received;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String getFileExtensionWithDot() {
            return "";
        }
    }

    /** Names the received file after the accepted one, in the same folder. */
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

    /** Moves the received text over the accepted one when asked to, else leaves both for the reader. */
    private static final class Reporter implements ReporterWithApprovalPower {
        private final boolean accept;
        private boolean accepted;

        Reporter(boolean accept) {
            this.accept = accept;
        }

        @Override
        public boolean report(String received, String approved) {
            if (accept) {
                try {
                    Files.move(Path.of(received), Path.of(approved), StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                accepted = true;
            }
            return accept;
        }

        @Override
        public VerifyResult approveWhenReported() {
            return VerifyResult.from(accepted);
        }
    }
}
