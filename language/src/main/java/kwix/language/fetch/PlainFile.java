package kwix.language.fetch;

import java.util.List;
import kwix.store.FileTree;

/** A file that is not executable, whatever it was before. */
record PlainFile(byte[] bytes) implements FileTree {

    @Override
    public Kind kind(String path) {
        return Kind.FILE;
    }

    @Override
    public byte[] contents(String path) {
        return bytes;
    }

    @Override
    public boolean executable(String path) {
        return false;
    }

    @Override
    public String target(String path) {
        throw new IllegalStateException("not a link");
    }

    @Override
    public List<String> names(String path) {
        throw new IllegalStateException("not a folder");
    }
}
