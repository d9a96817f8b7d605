/**
 * Traffic for tests of whatever shows or writes snapshots.
 *
 * <p>Start with {@link iftoprs.domain.sample.SampleTraffic}. One thread; everything repeats
 * exactly.
 */
package iftoprs.domain.sample;
