/**
 * Port interfaces and their vocabulary.
 *
 * <p>Start with {@link iftoprs.ports.Capture}. Times are epoch nanoseconds, sizes are bytes,
 * nothing is ever {@code null}. Unless a type says otherwise its values are immutable and may be
 * used by any thread.
 */
package iftoprs.ports;
