package kwix.language.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kwix.grammar.source.SourceText;
import kwix.language.error.KwixException;
import kwix.language.value.AttributeSet;
import kwix.language.value.Budget;
import kwix.language.value.Describe;
import kwix.language.value.ListValue;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The values of YAML 1.2 documents. An alias is the same value as its anchor, so that it costs nothing here; what all aliases of a
 * document would come to when written out is limited. Nesting costs memory, not stack.
 */
public final class YamlReader {

    static final int DEEPEST = 10_000;
    static final long MOST_THROUGH_ALIASES = 1_000_000;
    private static final int EVENTS_PER_POLL = 0xFFF;

    /** @param weight how many values it consists of, aliases written out; 0 while it is still open */
    private record Anchored(@Nullable Object value, long weight) {}

    private final YamlSource source;
    private final Budget budget;
    private final List<Object> documents = new ArrayList<>();
    private final List<Mark> begins = new ArrayList<>();
    private final ArrayDeque<YamlContainer> open = new ArrayDeque<>();
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private long throughAliases;

    private YamlReader(YamlSource source, Budget budget) {
        this.source = source;
        this.budget = budget;
    }

    /** Every document of a text. */
    public static List<Object> stream(YamlSource source, Budget budget) {
        var reader = new YamlReader(source, budget);
        reader.read();
        return reader.documents;
    }

    /** The only document of a text; null when there is none. */
    public static @Nullable Object document(YamlSource source, Budget budget) {
        var reader = new YamlReader(source, budget);
        reader.read();
        if (reader.documents.size() > 1) {
            Mark second = reader.begins.get(1);
            throw source.fails("a second document begins here", second, second)
                    .withHint("`builtins.fromYAMLStream` gives a list of all documents.");
        }
        return reader.documents.isEmpty() ? null : reader.documents.getFirst();
    }

    private void read() {
        var settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        try {
            var parser = new ParserImpl(settings, new StreamReader(settings, source.text()));
            for (int count = 0; parser.hasNext(); count++) {
                if ((count & EVENTS_PER_POLL) == 0) {
                    budget.poll();
                }
                take(parser.next());
            }
        } catch (YamlEngineException failure) {
            throw source.fails(failure);
        }
    }

    private void take(Event event) {
        switch (event) {
            case DocumentStartEvent start -> {
                anchors.clear();
                throughAliases = 0;
                begins.add(begin(start));
            }
            case ScalarEvent scalar -> scalar(scalar);
            case AliasEvent alias -> alias(alias);
            case CollectionStartEvent start -> open(start);
            case SequenceEndEvent ignored -> close();
            case MappingEndEvent ignored -> close();
            default -> {}
        }
    }

    private void scalar(ScalarEvent event) {
        YamlContainer container = open.peek();
        if (container != null && container.wantsKey() && YamlScalars.isMerge(event)) {
            container.mergeKey(begin(event), end(event));
            return;
        }
        Object value;
        try {
            value = YamlScalars.value(event);
        } catch (YamlScalars.Refused refused) {
            throw fails(refused.reason, event);
        }
        if (value instanceof String text) {
            value = bytes(text, event);
        }
        complete(value, 1, event.getAnchor(), event);
    }

    private String bytes(String text, Event event) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw fails("the string has a null byte, which no string can hold", event);
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw fails(String.format("the string has U+%04X, which is half a character", (int) c), event);
            }
        }
        return SourceText.encode(text);
    }

    private void alias(AliasEvent event) {
        Anchor name = event.getAlias();
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            throw fails("there is no anchor `&" + name.getValue() + "` before this alias", event);
        }
        if (anchored.value == null) {
            throw fails("the alias `*" + name.getValue() + "` stands inside of its own anchor", event);
        }
        throughAliases += anchored.weight;
        if (throughAliases > MOST_THROUGH_ALIASES) {
            throw fails("its aliases stand for more than " + MOST_THROUGH_ALIASES + " values", event);
        }
        complete(anchored.value, anchored.weight, Optional.empty(), event);
    }

    private void open(CollectionStartEvent event) {
        boolean mapping = event instanceof MappingStartEvent;
        if (!YamlScalars.fits(event.getTag(), mapping)) {
            throw fails(
                    "the tag " + YamlScalars.shown(event.getTag().orElseThrow())
                            + " stands for nothing in the language",
                    event);
        }
        YamlContainer container = open.peek();
        if (container != null && container.wantsKey()) {
            throw fails("a key must be a string, but this is a " + (mapping ? "mapping" : "list"), event);
        }
        if (open.size() == DEEPEST) {
            throw fails("it is nested more than " + DEEPEST + " deep", event);
        }
        event.getAnchor().ifPresent(name -> anchors.put(name, new Anchored(null, 0)));
        open.push(new YamlContainer(source, event, mapping));
    }

    private void close() {
        YamlContainer closed = open.pop();
        complete(closed.value(), closed.weight(), closed.start().getAnchor(), closed.start());
    }

    private void complete(Object value, long weight, Optional<Anchor> anchor, NodeEvent event) {
        anchor.ifPresent(name -> anchors.put(name, new Anchored(value, weight)));
        YamlContainer container = open.peek();
        if (container == null) {
            documents.add(value);
        } else if (container.wantsKey()) {
            if (!(value instanceof String name)) {
                throw fails("a key must be a string, but this is " + Describe.value(value), event)
                        .withHint(
                                value instanceof ListValue || value instanceof AttributeSet
                                        ? null
                                        : "Put it in quotes.");
            }
            container.key(name, begin(event), end(event));
        } else {
            container.add(value, weight, begin(event), end(event));
        }
    }

    private KwixException fails(String reason, Event event) {
        return source.fails(reason, begin(event), end(event));
    }

    private static Mark begin(Event event) {
        return event.getStartMark().orElseThrow();
    }

    private static Mark end(Event event) {
        return event.getEndMark().orElseThrow();
    }
}
