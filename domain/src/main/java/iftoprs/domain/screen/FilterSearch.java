package iftoprs.domain.screen;

import iftoprs.domain.flow.FlowSnapshot;
import iftoprs.domain.owner.Attribution;
import iftoprs.ports.Endpoint;
import iftoprs.ports.HostNames;
import iftoprs.ports.IpAddress;
import iftoprs.ports.ServiceNames;
import iftoprs.ports.Transport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Searches flows for the words of a filter.
 *
 * <p>Which words a host, a port or a process holds is found out once for each and kept as a set of
 * bits, so most flows cost some look-ups. Only a word with a colon, which may span host and port,
 * is looked for in the two put together.
 */
final class FilterSearch {

  private static final int MOST_OWNERS = 1 << 12;

  private static final int PORTS = 0x10000;

  /** Above the bits of all words. */
  private static final long KNOWN = 1L << 62;

  private static final long UNKNOWN = -1;

  private static final String OF_ADDRESSES = "0123456789abcdef.:";

  private final Filter filter;
  private final HostNames names;
  private final ServiceNames services;
  private final List<String> words;
  private final long wanted;
  private final long unwanted;
  private final long spanning;

  /** Words that an address may hold, by their characters. */
  private final long numeric;

  private AddressBits hosts4 = new AddressBits();
  private AddressBits hosts6 = new AddressBits();
  private final Map<Transport, long[]> portsOf = new HashMap<>();
  private final Map<Attribution, Long> owners = new HashMap<>();
  private final StringBuilder hay = new StringBuilder(120);

  // Neighbours in a snapshot have much in common, so what was found last is mostly found again.
  private Transport lastTransport = new Transport(0);
  private long lastTransportFound = UNKNOWN;
  private Attribution lastOwner = Attribution.OFFLINE;
  private long lastOwnerFound;
  private Transport portsTransport = new Transport(0);
  private long[] ports = {};

  FilterSearch(Filter filter, HostNames names, ServiceNames services) {
    this.filter = filter;
    this.names = names;
    this.services = services;
    List<String> all = new ArrayList<>(filter.wanted());
    all.addAll(filter.unwanted());
    this.words = List.copyOf(all.subList(0, Math.min(all.size(), Filter.MOST_WORDS)));
    this.wanted = bits(0, Math.min(words.size(), filter.wanted().size()));
    this.unwanted = bits(0, words.size()) & ~wanted;
    long colons = 0;
    long digits = 0;
    for (int i = 0; i < words.size(); i++) {
      colons |= words.get(i).indexOf(':') >= 0 ? 1L << i : 0;
      digits |= words.get(i).chars().allMatch(c -> OF_ADDRESSES.indexOf(c) >= 0) ? 1L << i : 0;
    }
    this.spanning = colons;
    this.numeric = digits;
  }

  /** Whether it searches for the same in the same. */
  boolean isOf(Filter other, HostNames otherNames, ServiceNames otherServices) {
    return filter.equals(other) && names == otherNames && services == otherServices;
  }

  /** How many hosts it knows. */
  int hosts() {
    return hosts4.size() + hosts6.size();
  }

  /** Forgets what hosts are called. */
  void forgetHosts() {
    hosts4 = new AddressBits();
    hosts6 = new AddressBits();
  }

  /** Asks for the name of a flow's local end, whatever is known. */
  void askForLocal(FlowSnapshot flow) {
    learned(hosts(flow), flow.localHigh(), flow.localLow(), flow.local().address());
  }

  /** Asks for the name of a flow's remote end, whatever is known. */
  void askForRemote(FlowSnapshot flow) {
    learned(hosts(flow), flow.remoteHigh(), flow.remoteLow(), flow.remote().address());
  }

  private AddressBits hosts(FlowSnapshot flow) {
    return flow.isIpv6() ? hosts6 : hosts4;
  }

  private static long bits(int from, int to) {
    return (1L << to) - (1L << from);
  }

  /** Whether all wanted words and none of the unwanted ones are found in a flow. */
  boolean matches(FlowSnapshot flow) {
    Transport transport = flow.transport();
    long found =
        transport(transport)
            | local(flow)
            | remote(flow)
            | port(transport, flow.localPort(), flow.remotePort())
            | port(transport, flow.remotePort(), flow.localPort())
            | owner(flow.attribution());
    if ((spanning & ~found) != 0) {
      found |= spanning(transport, flow.local(), flow.remotePort());
      found |= spanning(transport, flow.remote(), flow.localPort());
    }
    return (found & wanted) == wanted && (found & unwanted) == 0;
  }

  private long transport(Transport transport) {
    if (lastTransportFound == UNKNOWN || !transport.equals(lastTransport)) {
      lastTransport = transport;
      lastTransportFound = found(transport.keyword().toLowerCase(Locale.ROOT));
    }
    return lastTransportFound;
  }

  private long local(FlowSnapshot flow) {
    AddressBits hosts = hosts(flow);
    long high = flow.localHigh();
    long low = flow.localLow();
    long known = hosts.get(high, low);
    return known == AddressBits.UNKNOWN ? learned(hosts, high, low, flow.local().address()) : known;
  }

  private long remote(FlowSnapshot flow) {
    AddressBits hosts = hosts(flow);
    long high = flow.remoteHigh();
    long low = flow.remoteLow();
    long known = hosts.get(high, low);
    return known == AddressBits.UNKNOWN
        ? learned(hosts, high, low, flow.remote().address())
        : known;
  }

  private long learned(AddressBits hosts, long high, long low, IpAddress address) {
    long found = host(address);
    hosts.put(high, low, found);
    return found;
  }

  private long owner(Attribution attribution) {
    if (attribution != lastOwner) {
      if (owners.size() > MOST_OWNERS) {
        owners.clear();
      }
      lastOwner = attribution;
      lastOwnerFound = owners.computeIfAbsent(attribution, this::process);
    }
    return lastOwnerFound;
  }

  /** Bits of a port, and of its service; one unused bit tells that they are known. */
  private long port(Transport transport, int number, int other) {
    if (number == 0) {
      return 0;
    }
    if (ports.length == 0 || !transport.equals(portsTransport)) {
      portsTransport = transport;
      ports = portsOf.computeIfAbsent(transport, key -> new long[2 * PORTS]);
    }
    int at = 2 * number;
    if (ports[at] == 0) {
      ports[at] = KNOWN | found(Integer.toString(number));
      ports[at + 1] = found(service(transport, number, number));
    }
    long found = ServiceNames.serves(number, other) ? ports[at] | ports[at + 1] : ports[at];
    return found & ~KNOWN;
  }

  private long host(IpAddress address) {
    Optional<String> name = names.nameOf(address);
    long found = numeric == 0 ? 0 : found(address.toString());
    return name.isEmpty() ? found : found | found(name.orElseThrow().toLowerCase(Locale.ROOT));
  }

  private long process(Attribution attribution) {
    return switch (attribution) {
      case Attribution.Owned owned ->
          found(owned.pid() + ":" + owned.process().toLowerCase(Locale.ROOT));
      case Attribution.Unowned unowned -> 0;
    };
  }

  /** Looks for host and port as they are read: name or address, then number or service. */
  private long spanning(Transport transport, Endpoint end, int other) {
    String address = end.address().toString();
    String service = service(transport, end.port(), other);
    hay.setLength(0);
    for (String host : new String[] {name(end.address()), address, "[" + address + "]"}) {
      hay.append(host).append(':').append(end.port()).append('\n');
      hay.append(host).append(':').append(service).append('\n');
    }
    long found = 0;
    for (int i = 0; i < words.size(); i++) {
      found |= hay.indexOf(words.get(i)) >= 0 ? 1L << i : 0;
    }
    return found & spanning;
  }

  private String name(IpAddress address) {
    return names.nameOf(address).orElse("").toLowerCase(Locale.ROOT);
  }

  private String service(Transport transport, int port, int other) {
    return services.nameOf(transport, port, other).orElse("").toLowerCase(Locale.ROOT);
  }

  private long found(String text) {
    long found = 0;
    for (int i = 0; i < words.size(); i++) {
      found |= text.contains(words.get(i)) ? 1L << i : 0;
    }
    return found;
  }
}
