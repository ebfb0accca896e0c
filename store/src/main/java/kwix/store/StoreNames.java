package kwix.store;

/** Which names store paths can have. */
public final class StoreNames {

    private static final int LONGEST = 211;
    private static final String FURTHER_CHARACTERS = "+-._?=";

    private StoreNames() {}

    /**
     * @param name one char per byte
     * @throws InvalidStoreNameException with the rule that it breaks
     */
    public static void check(String name) {
        if (name.isEmpty()) {
            throw new InvalidStoreNameException("the name is empty");
        }
        if (name.length() > LONGEST) {
            throw new InvalidStoreNameException(
                    "the name has " + name.length() + " characters, more than the " + LONGEST + " that are possible");
        }
        int dash = name.indexOf('-');
        String first = dash < 0 ? name : name.substring(0, dash);
        if (first.equals(".") || first.equals("..")) {
            throw new InvalidStoreNameException("the part before the first dash is '" + first + "'");
        }
        for (int i = 0; i < name.length(); i++) {
            if (!isAllowed(name.charAt(i))) {
                throw new InvalidStoreNameException(
                        "only ASCII letters, digits and " + String.join(" ", FURTHER_CHARACTERS.split(""))
                                + " are possible, not " + described(name.charAt(i)));
            }
        }
    }

    /** Whether {@link #check} accepts the name. */
    static boolean isName(String name) {
        try {
            check(name);
            return true;
        } catch (InvalidStoreNameException invalid) {
            return false;
        }
    }

    private static boolean isAllowed(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || FURTHER_CHARACTERS.indexOf(c) >= 0;
    }

    private static String described(char c) {
        return c == ' ' ? "a space" : c > ' ' && c < 0x7F ? "'" + c + "'" : String.format("the byte 0x%02X", (int) c);
    }
}
