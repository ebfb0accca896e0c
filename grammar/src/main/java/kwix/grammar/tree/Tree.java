package kwix.grammar.tree;

/** A piece of a syntax tree: immutable, with the half-open span of UTF-16 offsets that it covers in its source. */
public sealed interface Tree
        permits Expression,
                StringPart,
                AttributePath,
                AttributeName,
                Binding,
                Parameter,
                Formal,
                InheritedName,
                Comment {
    int start();

    int end();
}
