/**
 * The program's entry: reads the command line, plugs adapters into the domain, and turns the end
 * into an exit code.
 *
 * <p>Start with {@link iftoprs.bootstrap.Main}. Everything runs on the main thread unless {@link
 * iftoprs.bootstrap.Wiring} says otherwise. Nothing is ever {@code null} but what the command line
 * library sets.
 */
package iftoprs.bootstrap;
