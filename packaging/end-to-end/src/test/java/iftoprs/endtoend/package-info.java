/**
 * The packaged program as its users meet it: processes with a home, a terminal and a network.
 *
 * <p>Start at {@code ImageIT}. Needs the image of {@code packaging/image} and the launcher in the
 * root; what needs root, tmux or Linux says so through {@link iftoprs.endtoend.Needs}. Nothing is
 * null.
 */
package iftoprs.endtoend;
