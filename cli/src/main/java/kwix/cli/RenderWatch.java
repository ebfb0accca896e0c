package kwix.cli;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import kwix.language.error.ErrorPrinter;
import kwix.language.error.KwixException;
import kwix.language.module.Machine;
import kwix.language.module.Project;
import kwix.language.value.Describe;
import kwix.language.value.PathValue;
import org.jspecify.annotations.Nullable;

/** Renders again and again, each time that a file which took part has changed, until the program is ended or its thread interrupted. */
final class RenderWatch {

    private static final long PAUSE_MILLISECONDS = 200;

    /** How a shell reports a program that Ctrl-C ended: 128 + SIGINT. */
    private static final int INTERRUPTED = 130;

    private final Invocation invocation;
    private final ErrorPrinter printer;
    private final PathValue start;
    private final Function<UnaryOperator<Machine>, @Nullable Rendered> render;
    private final Consumer<Rendered> write;

    /** What was written last. */
    private @Nullable Rendered written;

    RenderWatch(
            Invocation invocation,
            ErrorPrinter printer,
            PathValue start,
            Function<UnaryOperator<Machine>, @Nullable Rendered> render,
            Consumer<Rendered> write) {
        this.invocation = invocation;
        this.printer = printer;
        this.start = start;
        this.render = render;
        this.write = write;
    }

    int run() {
        while (true) {
            var seen = new SeenFiles();
            PathValue project = Project.rootAround(start);
            if (project != null) {
                seen.see(PathValue.normalised(project.path() + "/" + Project.FILE_NAME));
            }
            try {
                once(seen);
            } catch (KwixException failure) {
                invocation.report(printer.print(failure));
            }
            PathValue changed = awaitChange(seen);
            if (changed == null) {
                return INTERRUPTED;
            }
            invocation.report("kwix render: `" + Describe.text(changed.path()) + "` has changed\n");
        }
    }

    private void once(SeenFiles seen) {
        Rendered rendered = render.apply(machine -> new WatchedMachine(machine, seen));
        if (rendered != null && !rendered.equals(written)) {
            write.accept(rendered);
            written = rendered;
        }
    }

    /** Null when the thread was interrupted instead. */
    private static @Nullable PathValue awaitChange(SeenFiles seen) {
        try {
            while (true) {
                PathValue changed = seen.changed();
                if (changed != null) {
                    return changed;
                }
                Thread.sleep(PAUSE_MILLISECONDS);
            }
        } catch (InterruptedException ended) {
            return null;
        }
    }
}
