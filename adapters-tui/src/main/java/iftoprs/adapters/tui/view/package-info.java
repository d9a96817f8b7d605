/**
 * Draws the screen: one file a region, state and figures in, cells out.
 *
 * <p>Start with {@link iftoprs.adapters.tui.view.MainScreen}, whose comment shows the whole. Used
 * by the thread of the screen alone; nothing is remembered between two frames. Columns and rows
 * count from 0. Nothing is null.
 */
package iftoprs.adapters.tui.view;
