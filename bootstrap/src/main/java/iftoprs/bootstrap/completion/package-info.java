/**
 * Completions of the command line for five shells, written from picocli's model of the options.
 *
 * <p>Start with {@link iftoprs.bootstrap.completion.Shells}. Devices and themes are asked of the
 * program itself each time; everything else is in the script. Nothing is null; any thread.
 */
package iftoprs.bootstrap.completion;
