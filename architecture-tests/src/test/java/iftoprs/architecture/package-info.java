/**
 * The rules of the house, as tests.
 *
 * <p>Start with {@link iftoprs.architecture.HexagonTest}, which executes the picture in {@code
 * docs/architecture.puml}. A rule is a field named as a sentence; {@link
 * iftoprs.architecture.TeethTest} shows that each of them can fail.
 */
package iftoprs.architecture;
