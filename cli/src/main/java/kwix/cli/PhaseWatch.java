package kwix.cli;

import kwix.language.module.ReadingWatch;

/** Is told what a run does, one phase inside of another. */
interface PhaseWatch extends ReadingWatch {

    enum Phase {
        START("start of Kwix"),
        FRONT_END("front end"),
        LIBRARY("standard library"),
        EVALUATION("evaluation"),
        OUTPUT("output");

        private final String text;

        Phase(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** Nobody wants to know. */
    PhaseWatch NONE = new PhaseWatch() {
        @Override
        public void begin(Phase phase) {}

        @Override
        public void end() {}

        @Override
        public void again(Runnable rendering) {}

        @Override
        public void reading(String name) {}

        @Override
        public void stored() {}

        @Override
        public void read() {}
    };

    void begin(Phase phase);

    /** The phase that began last is over. */
    void end();

    /** Takes a rendering that was just done, to do it once more if need be: only what is evaluated already shows what it alone takes. */
    void again(Runnable rendering);
}
