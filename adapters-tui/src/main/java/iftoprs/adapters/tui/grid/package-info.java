/**
 * Cells of the screen as primitive arrays, and the bytes that bring a terminal from one frame to
 * the next.
 *
 * <p>Start with {@link iftoprs.adapters.tui.grid.Grid}; {@link
 * iftoprs.adapters.tui.grid.DiffWriter} reads it. One thread uses a grid at a time. Units: columns
 * and rows, counted from 0; colours are 0xRRGGBB. Drawing and diffing allocate nothing. Nothing is
 * null.
 */
package iftoprs.adapters.tui.grid;
