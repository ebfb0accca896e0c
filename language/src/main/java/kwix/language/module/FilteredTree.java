package kwix.language.module;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import kwix.store.FileTree;
import org.jspecify.annotations.Nullable;

/** A tree without what a filter leaves out. The filter is asked once for each entry, even when the tree is read again. */
public final class FilteredTree implements FileTree {

    private final FileTree tree;
    private final BiPredicate<String, Kind> filter;
    private final Map<String, Boolean> answers = new HashMap<>();

    /** @param filter is given the path of an entry and what it is */
    public FilteredTree(FileTree tree, BiPredicate<String, Kind> filter) {
        this.tree = tree;
        this.filter = filter;
    }

    @Override
    public boolean includes(String path) {
        Boolean before = answers.get(path);
        if (before != null) {
            return before;
        }
        Kind kind = tree.kind(path);
        boolean answer = filter.test(path, kind == null ? Kind.OTHER : kind);
        answers.put(path, answer);
        return answer;
    }

    @Override
    public @Nullable Kind kind(String path) {
        return tree.kind(path);
    }

    @Override
    public byte[] contents(String path) {
        return tree.contents(path);
    }

    @Override
    public boolean executable(String path) {
        return tree.executable(path);
    }

    @Override
    public String target(String path) {
        return tree.target(path);
    }

    @Override
    public Collection<String> names(String path) {
        return tree.names(path);
    }
}
