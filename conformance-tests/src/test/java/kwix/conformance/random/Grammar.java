package kwix.conformance.random;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The productions of a {@code .grammar} resource, see {@code programs.grammar} for how they are written. */
final class Grammar {

    /** A piece of a production's text. */
    sealed interface Piece {}

    record Text(String text) implements Piece {}

    /** @param bare without parentheses even where precedence would want them */
    record Hole(Type type, boolean bare) implements Piece {}

    record Literal(String kind) implements Piece {}

    record Production(Type type, List<Piece> pieces, boolean rare) {}

    /** Of so many draws of a rare production one counts. */
    private static final int RARELY = 10;

    private final List<Production> productions;
    private final Map<Type, List<Production>> byWanted = new HashMap<>();

    private Grammar(List<Production> productions) {
        this.productions = List.copyOf(productions);
    }

    static Grammar read(String resource) {
        try (InputStream in = Objects.requireNonNull(Grammar.class.getResourceAsStream(resource), resource)) {
            List<Production> productions = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    productions.add(production(line));
                }
            }
            return new Grammar(productions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Production production(String line) {
        boolean rare = line.startsWith("rarely ");
        String text = rare ? line.substring("rarely ".length()) : line;
        int equals = text.indexOf(" = ");
        List<Piece> pieces = new ArrayList<>();
        String[] parts = text.substring(equals + 3).split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 0) {
                pieces.add(new Text(parts[i]));
            } else if (parts[i].startsWith("#")) {
                pieces.add(new Literal(parts[i].substring(1)));
            } else {
                boolean bare = parts[i].startsWith("!");
                pieces.add(new Hole(Type.parse(bare ? parts[i].substring(1) : parts[i]), bare));
            }
        }
        return new Production(Type.parse(text.substring(0, equals)), List.copyOf(pieces), rare);
    }

    /** Some production that may stand where the type is wanted, or null when there is none. */
    @Nullable
    Production some(Type wanted, Random random) {
        List<Production> fitting = byWanted.computeIfAbsent(wanted, this::fitting);
        if (fitting.isEmpty()) {
            return null;
        }
        while (true) {
            Production production = fitting.get(random.nextInt(fitting.size()));
            if (!production.rare() || random.nextInt(RARELY) == 0) {
                return production;
            }
        }
    }

    private List<Production> fitting(Type wanted) {
        return productions.stream()
                .filter(each -> wanted.accepts(each.type(), Type.noVariables()))
                .toList();
    }
}
