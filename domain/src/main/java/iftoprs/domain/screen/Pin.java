package iftoprs.domain.screen;

import iftoprs.domain.flow.FlowKey;
import iftoprs.ports.Endpoint;
import iftoprs.ports.IpAddress;
import iftoprs.ports.Preferences.Table;
import iftoprs.ports.Preferences.Text;
import iftoprs.ports.Preferences.Value;
import iftoprs.ports.Preferences.Whole;
import iftoprs.ports.ServiceNames;
import iftoprs.ports.Transport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Flows to be kept in sight: those between two hosts, to one service. The client's port does not
 * count, for it would be another one tomorrow.
 *
 * @param source one host
 * @param destination the other one
 * @param port of the service, on either end; empty for any
 * @param transport empty for any
 */
public record Pin(
    IpAddress source,
    IpAddress destination,
    Optional<Integer> port,
    Optional<Transport> transport) {

  private static final String SOURCE = "src";
  private static final String DESTINATION = "dst";
  private static final String PORT = "port";
  private static final String PROTOCOL = "protocol";

  /** From here on ports are given to clients (the lowest start of such a range in use). */
  private static final int MOST_TRANSPORTS = 256;

  /**
   * The pin that keeps a flow.
   *
   * @param flow which flow
   * @return its hosts, its transport and the port that looks like the service's
   */
  public static Pin of(FlowKey flow) {
    int port = servicePort(flow.local().port(), flow.remote().port());
    return new Pin(
        flow.local().address(),
        flow.remote().address(),
        port == 0 ? Optional.empty() : Optional.of(port),
        Optional.of(flow.transport()));
  }

  /** The one that is no client's; where both or none could be one, the lower. */
  static int servicePort(int local, int remote) {
    if (local < ServiceNames.CLIENT_PORTS != remote < ServiceNames.CLIENT_PORTS) {
      return local < ServiceNames.CLIENT_PORTS ? local : remote;
    }
    return Math.min(local, remote);
  }

  /**
   * Reads a stored pin.
   *
   * @param value a table with two addresses; without port or protocol it means any
   * @return the pin, or empty if there are no addresses, or a port or protocol that is none
   */
  static Optional<Pin> of(Value value) {
    if (!(value instanceof Table(Map<String, Value> stored))) {
      return Optional.empty();
    }
    Optional<IpAddress> source = address(stored.get(SOURCE));
    Optional<IpAddress> destination = address(stored.get(DESTINATION));
    Optional<Integer> port = port(stored.get(PORT));
    Optional<Transport> transport = transport(stored.get(PROTOCOL));
    boolean understood =
        source.isPresent()
            && destination.isPresent()
            && port.isPresent() == stored.containsKey(PORT)
            && transport.isPresent() == stored.containsKey(PROTOCOL);
    return understood
        ? Optional.of(new Pin(source.orElseThrow(), destination.orElseThrow(), port, transport))
        : Optional.empty();
  }

  private static Optional<IpAddress> address(Value value) {
    return value instanceof Text(String text) ? IpAddress.parse(text) : Optional.empty();
  }

  private static Optional<Integer> port(Value value) {
    return value instanceof Whole(long number) && number > 0 && number <= 0xffff
        ? Optional.of((int) number)
        : Optional.empty();
  }

  private static Optional<Transport> transport(Value value) {
    if (!(value instanceof Text(String keyword))) {
      return Optional.empty();
    }
    for (int number = 0; number < MOST_TRANSPORTS; number++) {
      Transport transport = new Transport(number);
      if (transport.keyword().equalsIgnoreCase(keyword)) {
        return Optional.of(transport);
      }
    }
    return Transport.ARP.keyword().equalsIgnoreCase(keyword)
        ? Optional.of(Transport.ARP)
        : Optional.empty();
  }

  Table toTable() {
    Map<String, Value> values = new LinkedHashMap<>();
    values.put(SOURCE, new Text(source.toString()));
    values.put(DESTINATION, new Text(destination.toString()));
    port.ifPresent(number -> values.put(PORT, new Whole(number)));
    transport.ifPresent(protocol -> values.put(PROTOCOL, new Text(protocol.keyword())));
    return new Table(values);
  }

  /** Whether a flow is kept in sight, whichever of its ends is the local one. */
  boolean matches(Transport flow, Endpoint local, Endpoint remote) {
    boolean hosts =
        source.equals(local.address()) && destination.equals(remote.address())
            || source.equals(remote.address()) && destination.equals(local.address());
    return hosts
        && (transport.isEmpty() || transport.orElseThrow().equals(flow))
        && (port.isEmpty() || isPort(local.port()) || isPort(remote.port()));
  }

  private boolean isPort(int number) {
    return port.orElseThrow() == number;
  }
}
