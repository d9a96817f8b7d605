/**
 * The running monitor: opens a source, polls it, closes slots and publishes ticks.
 *
 * <p>Start with {@link iftoprs.domain.monitor.Monitor}. It runs on one thread, the caller's, and
 * creates none.
 */
package iftoprs.domain.monitor;
