package kwix.language.builtin;

import static kwix.language.builtin.Builtin.builtin;
import static kwix.language.builtin.Builtin.global;

import java.util.List;
import kwix.language.value.NullValue;

/** Constants, and what an evaluation may know of the machine. */
final class MachineBuiltins {

    /** The version of the language whose answers Kwix gives. */
    private static final String REFERENCE_VERSION = "2.34.8";

    private static final long LANGUAGE_VERSION = 6;

    private MachineBuiltins() {}

    static List<Builtin> declarations() {
        return List.of(
                global("true")
                        .doc("The boolean that is true.")
                        .example("1 == 1", "true")
                        .constant(context -> true),
                global("false")
                        .doc("The boolean that is false.")
                        .example("1 == 2", "false")
                        .constant(context -> false),
                global("null")
                        .doc("The value that stands for none.")
                        .example("builtins.typeOf null", "\"null\"")
                        .constant(context -> NullValue.NULL),
                builtin("nixVersion")
                        .doc("The version of Nix with which Kwix agrees.")
                        .example("builtins.compareVersions builtins.nixVersion \"2.34\" >= 0", "true")
                        .constant(context -> REFERENCE_VERSION),
                builtin("langVersion")
                        .doc("The version of the Nix language.")
                        .example("builtins.langVersion", "6")
                        .constant(context -> LANGUAGE_VERSION),
                builtin("storeDir")
                        .doc("The folder that all store paths begin with.")
                        .example("builtins.storeDir", "\"/nix/store\"")
                        .constant(context -> "/nix/store"),
                builtin("currentSystem")
                        .doc("The processor and operating system of this machine. Not there in pure evaluation.")
                        .example("builtins.isString (builtins.currentSystem or \"\")", "true")
                        .constant(context -> context.machine().currentSystem()),
                builtin("currentTime")
                        .doc("""
                            Seconds since the beginning of 1970, the same during one evaluation. Not there in pure evaluation.\
                            """)
                        .example("builtins.isInt (builtins.currentTime or 0)", "true")
                        .constant(context -> context.machine().currentTime()),
                builtin("getEnv")
                        .plainString("name")
                        .doc("An environment variable, or an empty string when there is none. Always empty in pure"
                                + " evaluation.")
                        .example("builtins.getEnv \"NO_SUCH_VARIABLE\"", "\"\"")
                        .unary((context, name) -> {
                            String value = context.machine().environment((String) name);
                            return value == null ? "" : value;
                        }));
    }
}
