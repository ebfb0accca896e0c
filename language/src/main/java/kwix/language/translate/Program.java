package kwix.language.translate;

import kwix.language.node.KwixNode;

/** A translated source. */
public final class Program {

    private final KwixNode body;
    private final int environmentSize;

    Program(KwixNode body, int environmentSize) {
        this.body = body;
        this.environmentSize = environmentSize;
    }

    /** The value in weak head normal form. @param outer values of the extra root names that scope analysis was given, in their order */
    public Object run(Object... outer) {
        var environment = new Object[environmentSize];
        System.arraycopy(outer, 0, environment, 1, outer.length);
        return body.execute(null, environment);
    }
}
