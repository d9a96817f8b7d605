/**
 * Snapshots as lines of JSON, and conversations as a report in JSON, CSV or plain text.
 *
 * <p>Start with {@link iftoprs.adapters.json.SnapshotStream} and {@link
 * iftoprs.adapters.json.ReportWriter}. Each writer is used by one thread. Times are epoch seconds
 * with six decimals, sizes bytes, rates bytes per second. What is not known is left out, never
 * {@code null}.
 */
package iftoprs.adapters.json;
