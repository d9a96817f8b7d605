/**
 * JMH benchmarks of what every packet passes: reader, decoder, flow table, windows. Start with
 * {@code jmh.sh} in this module's folder. A score is the time of one packet, or of one tick; the
 * profiler {@code gc} adds bytes allocated.
 */
package iftoprs.benchmarks;
