package kwix.language.fetch;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kwix.language.error.ErrorCode;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.AttributeSetBuilder;
import kwix.language.value.Describe;
import kwix.store.Hash;
import kwix.store.HashAlgorithm;
import kwix.store.HashFormat;
import kwix.store.InvalidHashException;
import org.jspecify.annotations.Nullable;

/** What names a source: strings, integers and booleans by name. */
final class InputAttributes {

    private final SortedMap<String, Object> values;

    private InputAttributes(SortedMap<String, Object> values) {
        this.values = Collections.unmodifiableSortedMap(values);
    }

    /** @param values each a {@link String}, {@link Long} or {@link Boolean} */
    static InputAttributes of(Map<String, Object> values) {
        return new InputAttributes(new TreeMap<>(values));
    }

    InputAttributes with(String name, Object value) {
        var changed = new TreeMap<>(values);
        changed.put(name, value);
        return new InputAttributes(changed);
    }

    InputAttributes without(String name) {
        var changed = new TreeMap<>(values);
        changed.remove(name);
        return new InputAttributes(changed);
    }

    SortedMap<String, Object> values() {
        return values;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    @Nullable
    String string(String name) {
        return switch (values.get(name)) {
            case null -> null;
            case String text -> text;
            case Object other -> throw wrong(name, "a string", other);
        };
    }

    @Nullable
    Long integer(String name) {
        return switch (values.get(name)) {
            case null -> null;
            case Long number -> number;
            case Object other -> throw wrong(name, "an integer", other);
        };
    }

    /** False when the attribute is not there. */
    boolean bool(String name) {
        return switch (values.get(name)) {
            case null -> false;
            case Boolean bool -> bool;
            case Object other -> throw wrong(name, "a boolean", other);
        };
    }

    String needed(String name) {
        String text = string(name);
        if (text == null) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE, "The source " + this + " needs an attribute `" + name + "`.")
                    .withSubject(name);
        }
        return text;
    }

    /** The revision, checked; null when there is none. */
    @Nullable
    Hash revision() {
        String text = string("rev");
        return text == null ? null : hash("rev", text, HashAlgorithm.SHA1);
    }

    /** The hash of the contents, which must be SHA-256 in the form {@code sha256-…}; an empty one stands for one that nothing has. */
    @Nullable
    Hash narHash() {
        String text = string("narHash");
        if (text == null) {
            return null;
        }
        if (text.isEmpty()) {
            return Hash.of(HashAlgorithm.SHA256, new byte[HashAlgorithm.SHA256.size()]);
        }
        if (text.indexOf('-') < 0 || text.indexOf(':') >= 0) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "The attribute `narHash` is " + Describe.quoted(text)
                                    + ", which is no hash of the form `sha256-…`.")
                    .withSubject(Describe.text(text));
        }
        return hash("narHash", text, HashAlgorithm.SHA256);
    }

    private static Hash hash(String name, String text, HashAlgorithm algorithm) {
        try {
            return Hash.parse(text, algorithm);
        } catch (InvalidHashException invalid) {
            throw new KwixException(
                            ErrorCode.INVALID_VALUE,
                            "The attribute `" + name + "` is no hash: " + invalid.getMessage() + ".")
                    .withSubject(Describe.text(text));
        }
    }

    private KwixException wrong(String name, String wanted, Object found) {
        return new KwixException(
                        ErrorCode.INVALID_VALUE,
                        "The attribute `" + name + "` of the source " + this + " must be " + wanted + ", not "
                                + Describe.value(found) + ".")
                .withSubject(name);
    }

    /** A URL with the commit that the attributes name, if any, as parameters. */
    Url withCommit(Url url) {
        var query = new TreeMap<>(url.query());
        Hash revision = revision();
        if (revision != null) {
            query.put("rev", revision.text(HashFormat.BASE16));
        }
        String ref = string("ref");
        if (ref != null) {
            query.put("ref", ref);
        }
        return url.withQuery(query);
    }

    /** The attributes as parameters of a URL. */
    SortedMap<String, String> asQuery() {
        var query = new TreeMap<String, String>();
        values.forEach((name, value) -> query.put(
                name,
                switch (value) {
                    case Boolean bool -> bool ? "1" : "0";
                    case Long number -> Long.toUnsignedString(number);
                    case Object text -> text.toString();
                }));
        return query;
    }

    AttributeSet asSet() {
        var set = new AttributeSetBuilder(values.size());
        values.forEach(set::put);
        return set.build();
    }

    /** As in the language, for messages. */
    @Override
    public String toString() {
        var text = new StringBuilder("`{ ");
        values.forEach((name, value) -> text.append(Describe.attribute(name))
                .append(" = ")
                .append(value instanceof String string ? Describe.quoted(string) : value)
                .append("; "));
        return text.append("}`").toString();
    }
}
