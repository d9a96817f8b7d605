package iftoprs.bootstrap;

import iftoprs.adapters.dns.ServicesTable;
import iftoprs.domain.screen.LookUps;
import iftoprs.ports.HostNames;
import iftoprs.ports.PackageOwner;
import iftoprs.ports.ServiceNames;

/**
 * The names of hosts and ports as this run shows them.
 *
 * @param hosts names of addresses
 * @param services names of ports
 */
record Names(HostNames hosts, ServiceNames services) {

  /**
   * What suits the source of packets: no server is asked about a file unless the user says so; the
   * demo brings its names along.
   *
   * @param asked asks servers
   */
  static Names of(Flags flags, HostNames asked) {
    if (flags.isLive()) {
      return new Names(asked, ServicesTable.ofSystem());
    }
    HostNames known = flags.demo ? DemoNames.bundled() : HostNames.NONE;
    return new Names(flags.resolve ? asked : known, ServicesTable.bundled());
  }

  /** The same for the screen, with publishers. */
  LookUps with(PackageOwner packages) {
    return new LookUps(hosts, services, packages);
  }

  /** The same for what programs read, where nothing can be switched later. */
  Names forRecords(Flags flags) {
    return flags.noServices ? new Names(hosts, ServiceNames.NONE) : this;
  }
}
