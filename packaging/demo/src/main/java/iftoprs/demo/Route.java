package iftoprs.demo;

/**
 * From whom to whom, by which protocol version.
 *
 * @param from sender
 * @param to receiver
 * @param version of IP
 * @param vlan 802.1Q tag, 0 for an untagged frame
 */
record Route(Host from, Host to, Version version, int vlan) {

  static Route v4(Host from, Host to) {
    return new Route(from, to, Version.V4, 0);
  }

  static Route v6(Host from, Host to) {
    return new Route(from, to, Version.V6, 0);
  }

  Route reversed() {
    return new Route(to, from, version, vlan);
  }

  /** What is left of the hops on arrival; a group says how far it reaches. */
  int hopLimit() {
    return to.isGroup() ? to.hopLimit() : from.hopLimit();
  }

  byte[] source() {
    return from.address(version);
  }

  byte[] destination() {
    return to.address(version);
  }
}
