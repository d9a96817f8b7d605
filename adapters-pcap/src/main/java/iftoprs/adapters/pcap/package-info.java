/**
 * Packets from devices, through libpcap, and from capture files.
 *
 * <p>Start with {@link iftoprs.adapters.pcap.PcapCapture} and {@link
 * iftoprs.adapters.pcap.ReplayCapture}. A source belongs to the thread that polls it; only {@code
 * close} may come from another. Times are nanoseconds, sizes are bytes, nothing is {@code null}.
 */
package iftoprs.adapters.pcap;
