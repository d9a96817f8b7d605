/**
 * Figures and foreign texts as a person reads them, the same on every front end.
 *
 * <p>Start with {@link iftoprs.domain.text.Rates}. Pure functions, any thread. Rates go in as bytes
 * per second, totals as bytes. Nothing is {@code null}.
 */
package iftoprs.domain.text;
