package kwix.language.module;

/** Is told when a source is read, which is parsed, analysed and translated. Nothing is evaluated and nothing else read meanwhile. */
public interface ReadingWatch {

    ReadingWatch NONE = new ReadingWatch() {
        @Override
        public void reading(String name) {}

        @Override
        public void stored() {}

        @Override
        public void read() {}
    };

    /** @param name the file's path as bytes, or what stands for it */
    void reading(String name);

    /** The source that is being read needed no parsing. */
    void stored();

    /** The reading that began last is over, successful or not. */
    void read();
}
