/**
 * Names of hosts from the hosts file and the DNS, names of services from the IANA registry.
 *
 * <p>Start with {@link iftoprs.adapters.dns.DnsjavaHostNames} and {@link
 * iftoprs.adapters.dns.ServicesTable}. Callers may be any thread and never wait; questions are
 * asked on virtual threads named {@code dns}. Times are nanoseconds of a monotonic clock, times to
 * live are seconds. Nothing is ever {@code null}.
 */
package iftoprs.adapters.dns;
