/**
 * Runs the user's command for each alert.
 *
 * <p>Start with {@link iftoprs.bootstrap.alert.AlertCommand}. Snapshots come on the thread that
 * counts, which never waits; commands run on a thread of their own. Nothing is null.
 */
package iftoprs.bootstrap.alert;
