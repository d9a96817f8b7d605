/**
 * Bytes from the keyboard side of a terminal, turned into keys, mouse reports and pastes.
 *
 * <p>Start with {@link iftoprs.adapters.tui.input.InputEvent}; {@link
 * iftoprs.adapters.tui.input.InputParser} makes them. The parser belongs to the thread that reads
 * the terminal; events are immutable. Units: columns and rows from 0, times in nanoseconds. Nothing
 * is null.
 */
package iftoprs.adapters.tui.input;
