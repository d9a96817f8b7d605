package iftoprs.domain.screen;

import iftoprs.ports.Executable;
import iftoprs.ports.HostNames;
import iftoprs.ports.PackageOwner;
import iftoprs.ports.Publisher;
import iftoprs.ports.ServiceNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is looked up for the screen. None of it blocks: each answers what is known by now.
 *
 * @param names names of hosts
 * @param services names of ports
 * @param packages publishers of executables
 * @param searches what filters have found out of them
 */
public record LookUps(
    HostNames names, ServiceNames services, PackageOwner packages, Searches searches) {

  /** Of which no filter has found out anything yet. */
  public LookUps(HostNames names, ServiceNames services, PackageOwner packages) {
    this(names, services, packages, new Searches());
  }

  /** For runs that know nothing. */
  public static final LookUps NONE = of(HostNames.NONE, ServiceNames.NONE);

  /**
   * Without publishers.
   *
   * @param names names of hosts
   * @param services names of ports
   * @return both of them
   */
  public static LookUps of(HostNames names, ServiceNames services) {
    return new LookUps(names, services, PackageOwner.NONE);
  }

  /**
   * The same with each executable asked about once, so that a list is of one mind although answers
   * come meanwhile. For one list.
   */
  LookUps once() {
    Map<Executable, Optional<Publisher>> answers = new HashMap<>();
    return new LookUps(
        names,
        services,
        executable -> answers.computeIfAbsent(executable, packages::publisherOf),
        searches);
  }

  /** The same where hosts may be without names. */
  LookUps named(boolean wanted) {
    return wanted ? this : new LookUps(HostNames.NONE, services, packages, searches);
  }
}
