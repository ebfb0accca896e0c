package kwix.language.builtin;

import java.util.List;
import java.util.Locale;

/**
 * The groups of builtins. Each knows the names in it without loading their declarations, so that a program pays only for the groups
 * that it uses; a test holds the names against the declarations. An exclamation mark is before names that are global as they are.
 */
enum Subject {
    LISTS("!map filter length head tail elemAt elem genList concatLists concatMap"),
    FOLDS("foldl' all any sort partition groupBy genericClosure"),
    ATTRIBUTE_SETS(
            "attrNames attrValues getAttr hasAttr unsafeGetAttrPos !removeAttrs listToAttrs intersectAttrs catAttrs"
                    + " mapAttrs zipAttrsWith"),
    STRINGS("!toString stringLength substring concatStringsSep replaceStrings"),
    REGEXES("match split"),
    ARITHMETIC("add sub mul div bitAnd bitOr bitXor ceil floor lessThan"),
    TYPES("typeOf isAttrs isBool isFloat isFunction isInt isList !isNull isPath isString functionArgs"),
    CONTROL("!throw !abort tryEval seq deepSeq trace traceVerbose warn addErrorContext detectCycle !break"),
    FILES("readFile readDir readFileType pathExists"),
    PATHS("!baseNameOf !dirOf toPath"),
    DOCUMENTS("fromJSON toJSON !fromTOML toXML"),
    YAML("fromYAML fromYAMLStream readYAML toYAML toYAMLStream"),
    BASE64("toBase64 readBase64 isTextFile"),
    FETCHERS("fetchurl !fetchTarball !fetchTree !fetchGit !fetchMercurial"),
    FLAKES("getFlake parseFlakeRef flakeRefToString"),
    CONTEXTS("hasContext getContext appendContext markSecret isSecret unsafeDiscardStringContext"
            + " unsafeDiscardOutputDependency addDrvOutputDependencies"),
    HASHES("hashString hashFile convertHash"),
    STORE("!placeholder toFile path filterSource storePath"),
    DERIVATIONS("!derivation !derivationStrict"),
    VERSIONS("compareVersions splitVersion parseDrvName"),
    SEARCH("!import !scopedImport findFile nixPath"),
    MACHINE("!true !false !null nixVersion langVersion storeDir currentSystem currentTime getEnv");

    private final String names;

    Subject(String names) {
        this.names = names;
    }

    /** The names of the group's builtins, marked when global. */
    String[] markedNames() {
        return names.split(" ");
    }

    /** For a heading: {@code Attribute sets}. */
    String title() {
        return switch (this) {
            case YAML -> name();
            default ->
                name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    List<Builtin> declarations() {
        return switch (this) {
            case LISTS -> ListBuiltins.declarations();
            case FOLDS -> FoldBuiltins.declarations();
            case ATTRIBUTE_SETS -> AttributeSetBuiltins.declarations();
            case STRINGS -> StringBuiltins.declarations();
            case REGEXES -> RegexBuiltins.declarations();
            case ARITHMETIC -> ArithmeticBuiltins.declarations();
            case TYPES -> TypeBuiltins.declarations();
            case CONTROL -> ControlBuiltins.declarations();
            case FILES -> FileBuiltins.declarations();
            case PATHS -> PathBuiltins.declarations();
            case DOCUMENTS -> DocumentBuiltins.declarations();
            case YAML -> YamlBuiltins.declarations();
            case BASE64 -> Base64Builtins.declarations();
            case FETCHERS -> FetchBuiltins.declarations();
            case FLAKES -> FlakeBuiltins.declarations();
            case CONTEXTS -> ContextBuiltins.declarations();
            case HASHES -> HashBuiltins.declarations();
            case STORE -> StoreBuiltins.declarations();
            case DERIVATIONS -> DerivationBuiltins.declarations();
            case VERSIONS -> VersionBuiltins.declarations();
            case SEARCH -> SearchBuiltins.declarations();
            case MACHINE -> MachineBuiltins.declarations();
        };
    }
}
