/**
 * Makes the table of service names that comes with the program from the list in {@code
 * src/main/data}.
 *
 * <p>Runs at build time, on one thread, and is no part of the program. Nothing is ever {@code
 * null}, and every run writes the same bytes.
 */
package iftoprs.services;
