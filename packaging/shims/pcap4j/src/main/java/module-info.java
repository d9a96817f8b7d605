/**
 * pcap4j with a descriptor of ours: the released one requires java.sql and opens nothing, so the
 * native handle that {@code adapters.pcap} reads from could not be reached.
 */
module org.pcap4j.core {
  requires transitive com.sun.jna;
  requires org.slf4j;

  exports org.pcap4j.core;
  exports org.pcap4j.packet;
  exports org.pcap4j.packet.factory;
  exports org.pcap4j.packet.namednumber;
  exports org.pcap4j.util;

  opens org.pcap4j.core to
      adapters.pcap,
      com.sun.jna;
}
