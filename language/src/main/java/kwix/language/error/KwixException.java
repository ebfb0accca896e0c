package kwix.language.error;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import java.util.ArrayList;
import java.util.List;
import kwix.grammar.diagnostic.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation's failure. It is completed on its way out: the first node that knows where it stands gives the place, calls and
 * thunks add trace frames.
 */
@ExportLibrary(InteropLibrary.class)
public final class KwixException extends AbstractTruffleException {

    /** Deep recursion would otherwise pile up a frame a level; what lies between is counted. */
    private static final int KEPT_FRAMES = 200;

    static final int KEPT_OUTER_FRAMES = 20;

    private final ErrorCode code;
    private final String message;
    private final List<Related> related = new ArrayList<>();
    private final List<TraceFrame> trace = new ArrayList<>();
    private List<Diagnostic> diagnostics = List.of();
    private @Nullable Place place;
    private @Nullable String hint;
    private @Nullable String subject;
    private @Nullable Cycle cycle;
    private @Nullable Argument argument;
    private @Nullable String caller;
    private boolean leftFunction;
    private int skippedFrames;

    public KwixException(ErrorCode code, String message) {
        super(message, null, 0, null);
        this.code = code;
        this.message = message;
    }

    public ErrorCode code() {
        return code;
    }

    /** One self-sufficient sentence; its text is UTF-16. */
    @Override
    public String getMessage() {
        return message;
    }

    public @Nullable Place place() {
        return place;
    }

    public @Nullable String hint() {
        return hint;
    }

    /** What the failure is about in the program's own words: an attribute's or variable's name, a thrown text. */
    public @Nullable String subject() {
        return subject;
    }

    public List<Related> related() {
        return related;
    }

    /** Innermost first. */
    public List<TraceFrame> trace() {
        return trace;
    }

    /** How many frames between the inner and the outer ones of {@link #trace} were left out. */
    public int skippedFrames() {
        return skippedFrames;
    }

    /** What the parser and scope analysis found, for {@link ErrorCode#SYNTAX}; the places are in {@code place().source()}. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /**
     * That an argument is at fault.
     *
     * @param function the builtin that it was for
     * @param index from 0
     */
    public record Argument(String function, int index) {}

    /** The argument that is at fault, for the call that knows where it is written; null when no source writes that call. */
    public @Nullable Argument argument() {
        return argument;
    }

    public KwixException withArgument(String function, int index) {
        argument = new Argument(function, index);
        return this;
    }

    /**
     * Called when the failure leaves a function that cannot go on. A builtin that it leaves after that has made the call.
     *
     * @param builtin as messages name it; null for a function of the program
     */
    public KwixException leaveFunction(@Nullable String builtin) {
        if (place == null) {
            boolean calledByBuiltin = leftFunction || code == ErrorCode.NOT_A_FUNCTION;
            if (builtin != null && calledByBuiltin && caller == null) {
                caller = builtin;
                argument = null;
            }
            leftFunction = true;
        }
        return this;
    }

    /** The builtin that made the call that failed, as messages name it; null when the source writes the call. */
    public @Nullable String caller() {
        return caller;
    }

    /** A label for the call of a builtin which called the function that failed. */
    public static String callBy(String builtin) {
        return "called by " + builtin + " here";
    }

    public KwixException withSubject(String text) {
        subject = text;
        return this;
    }

    public KwixException withHint(@Nullable String text) {
        hint = text;
        return this;
    }

    public KwixException withDiagnostics(List<Diagnostic> found) {
        diagnostics = List.copyOf(found);
        return this;
    }

    public KwixException withRelated(@Nullable Place where, String label) {
        if (where != null) {
            related.add(new Related(where, label));
        }
        return this;
    }

    /** Gives the failure its place, unless a place nearer to the cause is already known. */
    public KwixException at(@Nullable Place where) {
        if (place == null) {
            place = where;
        }
        return this;
    }

    @TruffleBoundary
    public void addFrame(TraceFrame frame) {
        trace.add(frame);
        if (trace.size() > KEPT_FRAMES + KEPT_OUTER_FRAMES) {
            trace.remove(KEPT_FRAMES);
            skippedFrames++;
        }
    }

    /** The same failure for another time: its trace is cut to the first {@code frames}, which it had when it was remembered. */
    @TruffleBoundary
    public KwixException again(int frames) {
        var copy = new KwixException(code, message);
        copy.place = place;
        copy.hint = hint;
        copy.subject = subject;
        copy.argument = argument;
        copy.diagnostics = diagnostics;
        copy.related.addAll(related);
        copy.trace.addAll(trace.subList(0, Math.min(frames, trace.size())));
        return copy;
    }

    /** Marks an infinite recursion: {@code head} is the thunk that was needed while it was being evaluated. */
    public KwixException withCycle(Object head) {
        cycle = new Cycle(head);
        return this;
    }

    /** The thunk that the next one which this failure leaves has needed, while a cycle is open. */
    public @Nullable Object needed() {
        return cycle == null ? null : cycle.needed();
    }

    /**
     * Called by every thunk that the failure leaves: while a cycle is open, the thunk's place is one of its hops.
     *
     * @param name where the name is bound by which it got at the thunk that it needed
     */
    @TruffleBoundary
    public void leaveThunk(Object thunk, @Nullable Place where, @Nullable Place name) {
        if (cycle == null) {
            return;
        }
        if (cycle.leave(thunk, where, name, related)) {
            cycle = null;
        }
        at(where);
    }

    @ExportMessage
    boolean hasSourceLocation() {
        return place != null;
    }

    @ExportMessage(name = "getSourceLocation")
    @TruffleBoundary
    SourceSection sourceLocation() throws UnsupportedMessageException {
        Place known = place;
        if (known == null) {
            throw UnsupportedMessageException.create();
        }
        var source = Source.newBuilder(
                        "kwix", known.source().text(), known.source().name())
                .build();
        return source.createSection(known.start(), known.end() - known.start());
    }
}
