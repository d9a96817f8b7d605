/**
 * The log of a capture: what was lost, when the device was away, when it started and stopped.
 *
 * <p>Start with {@link iftoprs.bootstrap.log.WatchedCapture}, which watches, and {@link
 * iftoprs.bootstrap.log.EventLog}, which writes, on a thread of its own. The form of the lines is
 * told in {@code docs/log.md}. Nothing is ever {@code null}.
 */
package iftoprs.bootstrap.log;
