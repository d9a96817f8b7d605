/**
 * The screen as a front end: takes the terminal, shows snapshots, turns keys into commands.
 *
 * <p>Start with {@link iftoprs.adapters.tui.Tui}; {@link iftoprs.adapters.tui.UiLoop} is its one
 * thread. Snapshots and news may be handed over by any thread. Nothing is null.
 */
package iftoprs.adapters.tui;
