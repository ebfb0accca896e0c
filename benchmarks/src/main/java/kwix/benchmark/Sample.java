package kwix.benchmark;

/**
 * What one run of a process took.
 *
 * @param wall seconds
 * @param cpu seconds of user and system time
 */
record Sample(double wall, double cpu) {}
