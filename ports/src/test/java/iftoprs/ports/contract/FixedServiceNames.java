package iftoprs.ports.contract;

import iftoprs.ports.ServiceNames;
import iftoprs.ports.Transport;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The handful of service names that tests of the domain and the screen need. */
public final class FixedServiceNames implements ServiceNames {

  private final Map<String, String> names = new HashMap<>();

  /** Knows ssh, domain, http, https and ntp. */
  public FixedServiceNames() {
    name(Transport.TCP, 22, "ssh");
    name(Transport.TCP, 53, "domain");
    name(Transport.UDP, 53, "domain");
    name(Transport.TCP, 80, "http");
    name(Transport.TCP, 443, "https");
    name(Transport.UDP, 123, "ntp");
  }

  private void name(Transport transport, int port, String name) {
    names.put(port + "/" + transport, name);
  }

  @Override
  public Optional<String> nameOf(Transport transport, int port) {
    return Optional.ofNullable(names.get(port + "/" + transport));
  }
}
