package kwix.language.error;

/** The colours of messages, or their absence. */
enum Palette {
    PLAIN,
    COLOURED;

    /** What a piece of text is. */
    enum Role {
        ERROR("1;31"),
        WARNING("1;33"),
        MESSAGE("1"),
        FRAME("1;34"),
        RELATED("1;34"),
        HINT("1;32"),
        FAINT("2");

        private final String code;

        Role(String code) {
            this.code = code;
        }
    }

    String paint(Role role, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + role.code + "m" + text + "\u001b[0m";
    }

    /** Text of the program, whose own colours stay only where ours do. */
    String foreign(String text) {
        return this == COLOURED || text.indexOf('\u001b') < 0 ? text : text.replaceAll("\u001b\\[[0-9;]*m", "");
    }
}
