/**
 * Where a copied text goes.
 *
 * <p>Start with {@link iftoprs.adapters.tui.clipboard.SystemClipboard}. It starts programs and
 * waits for them, so it is for a thread that may wait. Nothing is null.
 */
package iftoprs.adapters.tui.clipboard;
