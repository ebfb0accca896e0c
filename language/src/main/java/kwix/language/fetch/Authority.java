package kwix.language.fetch;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a URL, decoded.
 *
 * @param host in brackets when it is an address of IPv6
 * @param port null when none is given
 */
record Authority(
        @Nullable String user,
        @Nullable String password,
        String host,
        @Nullable Integer port) {

    static final Authority NONE = new Authority(null, null, "", null);

    private static final String NAME = "!$&'()*+,;=%";
    private static final Pattern BRACKETED = Pattern.compile("\\[[0-9a-fA-FvV:.%]+]");
    private static final int LARGEST_PORT = 0xFFFF;

    static Authority parse(String text) throws InvalidUrlException {
        int at = text.lastIndexOf('@');
        String user = null;
        String password = null;
        if (at >= 0) {
            String info = text.substring(0, at);
            Url.check(info, NAME + ":", "the user");
            int colon = info.indexOf(':');
            user = PercentCode.decode(colon < 0 ? info : info.substring(0, colon));
            password = colon < 0 ? null : PercentCode.decode(info.substring(colon + 1));
        }
        String host = text.substring(at + 1);
        Integer port = null;
        int colon = host.indexOf(':', host.lastIndexOf(']') + 1);
        if (colon >= 0) {
            port = port(host.substring(colon + 1));
            host = host.substring(0, colon);
        }
        if (BRACKETED.matcher(host).matches()) {
            return new Authority(user, password, host, port);
        }
        Url.check(host, NAME, "the host");
        return new Authority(user, password, PercentCode.decode(host), port);
    }

    private static @Nullable Integer port(String digits) throws InvalidUrlException {
        if (digits.isEmpty()) {
            return null;
        }
        try {
            int port = Integer.parseInt(digits);
            if (port > 0 && port <= LARGEST_PORT && Character.isDigit(digits.charAt(0))) {
                return port;
            }
        } catch (NumberFormatException invalid) {
            throw new InvalidUrlException("`" + digits + "` is not a port");
        }
        throw new InvalidUrlException("`" + digits + "` is not a port");
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        if (user != null) {
            text.append(PercentCode.encode(user, ""));
            if (password != null) {
                text.append(':').append(PercentCode.encode(password, ""));
            }
            text.append('@');
        }
        text.append(host.startsWith("[") ? host : PercentCode.encode(host, ""));
        return port == null ? text.toString() : text.append(':').append(port).toString();
    }
}
