/**
 * The terminal device: raw mode, modes, signals, one write a frame, and giving it all back.
 *
 * <p>Start with {@link iftoprs.adapters.tui.terminal.TerminalSession}. Its methods may be called
 * from any thread; events arrive on the reader thread or on a signal thread. Units: columns, rows,
 * bytes. Nothing is null.
 */
package iftoprs.adapters.tui.terminal;
