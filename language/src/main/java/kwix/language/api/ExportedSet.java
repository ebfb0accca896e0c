package kwix.language.api;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import kwix.grammar.source.SourceText;
import kwix.language.value.AttributeSet;
import kwix.language.value.EvaluationContext;
import kwix.language.value.ListValue;

/** A set: an object whose members are its attributes, each evaluated when it is read. */
@ExportLibrary(InteropLibrary.class)
record ExportedSet(AttributeSet set, EvaluationContext context) implements TruffleObject {

    @ExportMessage
    boolean hasLanguage() {
        return true;
    }

    @ExportMessage
    Class<? extends TruffleLanguage<?>> getLanguage() {
        return KwixLanguage.class;
    }

    @ExportMessage
    boolean hasMembers() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberReadable(String member) {
        return set.has(SourceText.encode(member));
    }

    @ExportMessage
    @TruffleBoundary
    Object readMember(String member) throws UnknownIdentifierException {
        Object value = set.forced(SourceText.encode(member));
        if (value == null) {
            throw UnknownIdentifierException.create(member);
        }
        return Exported.value(value, context);
    }

    @ExportMessage
    @TruffleBoundary
    Object getMembers(@SuppressWarnings("unused") boolean includeInternal) {
        var names = new Object[set.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = set.name(i);
        }
        return new ExportedList(new ListValue(names), context);
    }

    @ExportMessage
    @TruffleBoundary
    Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
        return Exported.display(set, context);
    }
}
