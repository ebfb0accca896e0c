package kwix.grammar.parse;

import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;

/** No alternative begins with the current token. Without a stack trace, which takes long to make where rules nest deeply. */
final class Unexpected extends NoViableAltException {

    private static final long serialVersionUID = 1;

    Unexpected(Parser parser) {
        super(parser);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
