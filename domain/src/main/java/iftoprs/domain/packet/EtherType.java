package iftoprs.domain.packet;

/** EtherTypes that are understood (IANA IEEE 802 numbers). */
final class EtherType {

  static final int IPV4 = 0x0800;
  static final int ARP = 0x0806;
  static final int VLAN = 0x8100;
  static final int IPV6 = 0x86dd;
  static final int PROVIDER_VLAN = 0x88a8;
  static final int MPLS = 0x8847;
  static final int MPLS_UPSTREAM = 0x8848;
  static final int PPPOE_SESSION = 0x8864;
  static final int QINQ_9100 = 0x9100;
  static final int QINQ_9200 = 0x9200;

  /** The least EtherType; smaller values in the field are lengths (IEEE 802.3). */
  static final int LEAST = 0x0600;

  private EtherType() {}
}
