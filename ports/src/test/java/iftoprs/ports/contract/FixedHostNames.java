package iftoprs.ports.contract;

import iftoprs.ports.HostNames;
import iftoprs.ports.IpAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Host names that a test tells it; it may tell more at any time, as answers come in. */
public final class FixedHostNames implements HostNames {

  private final Map<IpAddress, String> names = new ConcurrentHashMap<>();

  /**
   * Knows a name from now on.
   *
   * @param address address in text form
   * @param name its name
   * @return these names
   */
  public FixedHostNames name(String address, String name) {
    names.put(IpAddress.parse(address).orElseThrow(), name);
    return this;
  }

  @Override
  public Optional<String> nameOf(IpAddress address) {
    return Optional.ofNullable(names.get(address));
  }
}
