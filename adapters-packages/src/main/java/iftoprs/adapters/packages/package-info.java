/**
 * Publishers of executables, by the package manager of the system: dpkg, rpm, apk, or the code
 * signature on macOS.
 *
 * <p>Start with {@link iftoprs.adapters.packages.SystemPackages}. Callers may be any thread and
 * never wait; tools run one at a time on a virtual thread. Paths come from processes and are
 * hostile: they are arguments of their own, never a part of a command line. Nothing is ever {@code
 * null}.
 */
package iftoprs.adapters.packages;
