package kwix.conformance;

/** A way of running programs in this process. */
interface Evaluator {

    Outcome run(ConformanceCase given);
}
