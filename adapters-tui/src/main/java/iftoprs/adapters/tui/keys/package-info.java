/**
 * Which key does what.
 *
 * <p>Start with {@link iftoprs.adapters.tui.keys.KeyBindings}: its table gives dispatch, the help
 * overlay and the documentation. Values only, any thread. Nothing is null.
 */
package iftoprs.adapters.tui.keys;
