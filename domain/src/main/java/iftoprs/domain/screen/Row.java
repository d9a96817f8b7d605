package iftoprs.domain.screen;

import iftoprs.domain.flow.FlowKey;
import iftoprs.domain.flow.FlowSnapshot;
import iftoprs.domain.owner.Attribution;
import iftoprs.domain.text.SafeText;
import iftoprs.ports.Endpoint;
import iftoprs.ports.HostNames;
import iftoprs.ports.ServiceNames;
import java.util.Optional;

/**
 * A flow in words, made when it comes into sight. All texts are safe to print.
 *
 * @param key which flow
 * @param flow its figures
 * @param source the local end
 * @param destination the remote end
 * @param protocol transport
 * @param service name of the port that serves; empty if it has none or services are off
 * @param process process id and name, or empty without an owner
 * @param pinned whether it is kept in sight
 */
public record Row(
    FlowKey key,
    FlowSnapshot flow,
    End source,
    End destination,
    String protocol,
    String service,
    String process,
    boolean pinned) {

  private static final int NAME_LIMIT = 253;

  /** Most characters of a name of a process or a service. */
  static final int PROCESS_LIMIT = 64;

  /**
   * One end in words.
   *
   * @param host name or address; an IPv6 address before a port is in brackets
   * @param port {@code :} and number or service; empty when there is none or ports are hidden
   * @param number {@code :} and number, where {@code port} may be a service
   */
  public record End(String host, String port, String number) {

    /** The same without the name of a service. */
    public End numeric() {
      return new End(host, number, number);
    }
  }

  static Row of(
      FlowSnapshot flow,
      boolean pinned,
      Settings settings,
      HostNames names,
      ServiceNames services) {
    FlowKey key = flow.key();
    return new Row(
        key,
        flow,
        end(key, key.local(), settings, names, services),
        end(key, key.remote(), settings, names, services),
        key.transport().keyword(),
        service(key, settings, services),
        process(flow.attribution()),
        pinned);
  }

  /** One of the two ends of a flow. */
  static End end(
      FlowKey key, Endpoint end, Settings settings, HostNames names, ServiceNames services) {
    boolean hasPort = settings.is(Toggle.PORTS) && end.port() != 0;
    String number = hasPort ? ":" + end.port() : "";
    String port = hasPort ? ":" + port(key, end, settings, services) : "";
    Optional<String> name =
        settings.is(Toggle.NAMES) ? names.nameOf(end.address()) : Optional.empty();
    if (name.isPresent()) {
      return new End(SafeText.of(name.orElseThrow(), NAME_LIMIT), port, number);
    }
    boolean bracketed = end.address().isIpv6() && !port.isEmpty();
    String address = end.address().toString();
    return new End(bracketed ? "[" + address + "]" : address, port, number);
  }

  private static String port(FlowKey key, Endpoint end, Settings settings, ServiceNames services) {
    int port = end.port();
    if (!settings.is(Toggle.SERVICES)) {
      return Integer.toString(port);
    }
    int other = (end.equals(key.local()) ? key.remote() : key.local()).port();
    return services
        .nameOf(key.transport(), port, other)
        .map(text -> SafeText.of(text, PROCESS_LIMIT))
        .orElseGet(() -> Integer.toString(port));
  }

  static String service(FlowKey key, Settings settings, ServiceNames services) {
    int port = Pin.servicePort(key.local().port(), key.remote().port());
    return settings.is(Toggle.SERVICES) && port != 0
        ? services
            .nameOf(key.transport(), port)
            .map(text -> SafeText.of(text, PROCESS_LIMIT))
            .orElse("")
        : "";
  }

  static String process(Attribution attribution) {
    return switch (attribution) {
      case Attribution.Owned owned -> GroupKey.of(owned).label();
      case Attribution.Unowned unowned -> "";
    };
  }
}
