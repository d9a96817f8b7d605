/**
 * Open sockets and their holders, from {@code /proc} on Linux and from {@code lsof} elsewhere.
 *
 * <p>Start with {@link iftoprs.adapters.lsof.SocketTables}. Every table blocks and is used by one
 * thread at a time. Nothing is ever {@code null}.
 *
 * <p>A socket on an IPv4-mapped IPv6 address ({@code ::ffff:192.0.2.1}) is listed under the IPv4
 * address: its packets are IPv4 packets, so only that form can equal the end of a flow.
 */
package iftoprs.adapters.lsof;
