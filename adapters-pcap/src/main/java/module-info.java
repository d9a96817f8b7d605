/**
 * Packets from devices and capture files.
 *
 * <p>Start with {@link iftoprs.adapters.pcap.PcapCapture} and {@link
 * iftoprs.adapters.pcap.ReplayCapture}. It must not know what a flow is, nor decode a packet: it
 * opens, filters, reads and reports.
 */
module adapters.pcap {
  requires ports;
  requires com.sun.jna;
  requires org.pcap4j.core;
  requires org.tukaani.xz;

  exports iftoprs.adapters.pcap to
      bootstrap;
}
