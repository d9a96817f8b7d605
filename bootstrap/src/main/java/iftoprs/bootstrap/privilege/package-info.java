/**
 * Stops being root: user and group ids of the whole process, capabilities of each thread.
 *
 * <p>Start with {@link iftoprs.bootstrap.privilege.Privileges}. The order of things is told in
 * {@code Wiring}, the reasons in ADR 13. Linux only; elsewhere everything stays as it was. Nothing
 * is ever {@code null}.
 */
package iftoprs.bootstrap.privilege;
