package kwix.lsp.server;

import java.util.function.Supplier;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.jspecify.annotations.Nullable;

/** Tells a client that asks for it that something longer begins and ends. */
final class Progress {

    private final Session session;

    Progress(Session session) {
        this.session = session;
    }

    <T> T during(@Nullable Either<String, Integer> token, String title, Supplier<T> work) {
        var begin = new WorkDoneProgressBegin();
        begin.setTitle(title);
        tell(token, begin);
        try {
            return work.get();
        } finally {
            tell(token, new WorkDoneProgressEnd());
        }
    }

    private void tell(@Nullable Either<String, Integer> token, WorkDoneProgressNotification notification) {
        LanguageClient client = session.client();
        if (token != null && client != null) {
            client.notifyProgress(new ProgressParams(token, Either.forLeft(notification)));
        }
    }
}
