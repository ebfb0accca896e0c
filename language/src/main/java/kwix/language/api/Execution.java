package kwix.language.api;

import java.util.function.Supplier;
import kwix.language.translate.Linkage;

/** How nodes are run: directly, or under a Truffle engine. */
public sealed interface Execution permits Execution.Direct, EngineExecution {

    Execution DIRECT = new Direct();

    /** What bodies of functions and thunks are given. */
    Linkage.Roots roots();

    /** Does work in the surroundings that running nodes need; called on the thread that will run them. */
    <T> T inside(Supplier<T> work);

    /** No Truffle runtime takes part. */
    record Direct() implements Execution {
        @Override
        public Linkage.Roots roots() {
            return Linkage.Roots.DIRECT;
        }

        @Override
        public <T> T inside(Supplier<T> work) {
            return work.get();
        }
    }
}
