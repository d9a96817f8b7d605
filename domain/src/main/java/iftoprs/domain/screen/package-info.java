/**
 * The screen as data: what is shown, what a key does to it, and in which order flows appear.
 *
 * <p>Start with {@link iftoprs.domain.screen.Update}: state and command in, state and effects out.
 * Everything is immutable and owned by the one thread that runs the screen. Columns and rows count
 * cells from 0, rates are bytes per second. Nothing is {@code null}.
 */
package iftoprs.domain.screen;
