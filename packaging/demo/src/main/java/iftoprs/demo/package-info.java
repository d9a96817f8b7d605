/**
 * Makes the capture that the demo replays: three minutes of a workstation's network.
 *
 * <p>Start with {@link iftoprs.demo.DemoCapture}. Runs at build time, on one thread, and is no part
 * of the program. Times are microseconds since the start, sizes are bytes, nothing is ever {@code
 * null}, and every run writes the same bytes.
 */
package iftoprs.demo;
