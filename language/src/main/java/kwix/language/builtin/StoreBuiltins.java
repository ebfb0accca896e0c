package kwix.language.builtin;

import static kwix.language.builtin.Builtin.global;

import java.util.List;
import kwix.store.StorePaths;

/** The store. */
final class StoreBuiltins {

    private StoreBuiltins() {}

    static List<Builtin> declarations() {
        return List.of(global("placeholder")
                .plainString("output")
                .doc("A text that stands for the path of a derivation's own output, which it replaces when the"
                        + " derivation is built.")
                .example("placeholder \"out\"", "\"/1rz4g4znpzjwh1xymhjpm42vipw92pr73vdgl6xs1hycac8kf2n9\"")
                .unary((context, output) -> StorePaths.placeholder((String) output)));
    }
}
