/**
 * Flows, their totals and rates: frames in, snapshots out.
 *
 * <p>Start with {@link iftoprs.domain.flow.FlowMeter} (one writer, the capture thread) and {@link
 * iftoprs.domain.flow.Snapshot} (immutable, any thread). Times are epoch nanoseconds, sizes wire
 * bytes, rates bytes per second. Nothing is {@code null}.
 */
package iftoprs.domain.flow;
