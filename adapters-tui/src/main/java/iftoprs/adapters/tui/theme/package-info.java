/**
 * Colours by role: which colour a source host, a bar, a popup has.
 *
 * <p>Start with {@link iftoprs.adapters.tui.theme.Themes}, which knows the palettes by name; {@link
 * iftoprs.adapters.tui.theme.Theme} is one of them, made readable. Values only, so any thread.
 * Colours are 0xRRGGBB. Nothing is null.
 */
package iftoprs.adapters.tui.theme;
