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

/**
 * The display filter: words that must all be found somewhere in a flow, and {@code !words} that
 * must not.
 *
 * <p>Searched are host name, address, port, service, transport, process name and process id,
 * whatever of it is displayed; case does not matter.
 *
 * @param text as it was typed
 * @param wanted lower-case words to find
 * @param unwanted lower-case words that exclude
 */
public record Filter(String text, List<String> wanted, List<String> unwanted) {

  /** Lets every flow through. */
  public static final Filter NONE = new Filter("", List.of(), List.of());

  /** Copies the lists. */
  public Filter {
    wanted = List.copyOf(wanted);
    unwanted = List.copyOf(unwanted);
  }

  /**
   * Reads what was typed.
   *
   * @param text words with blanks between
   * @return a filter
   */
  public static Filter of(String text) {
    List<String> wanted = new ArrayList<>();
    List<String> unwanted = new ArrayList<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("\\s+")) {
      if (word.startsWith("!") && word.length() > 1) {
        unwanted.add(word.substring(1));
      } else if (!word.isEmpty() && !word.equals("!")) {
        wanted.add(word);
      }
    }
    return new Filter(text, wanted, unwanted);
  }

  /** Whether any flow could be hidden. */
  public boolean isActive() {
    return !wanted.isEmpty() || !unwanted.isEmpty();
  }

  /**
   * Prepares to search many flows; each host is asked for once.
   *
   * @param names names of hosts
   * @param services names of ports
   * @return a searcher for one list
   */
  Search search(HostNames names, ServiceNames services) {
    return new Search(names, services);
  }

  /** Searches flows; used for one list and then dropped. */
  final class Search {

    private final HostNames names;
    private final ServiceNames services;
    private final Map<IpAddress, String> hosts = new HashMap<>();
    private final StringBuilder hay = new StringBuilder(200);

    private Search(HostNames names, ServiceNames services) {
      this.names = names;
      this.services = services;
    }

    boolean matches(FlowSnapshot flow) {
      gather(flow);
      for (String word : wanted) {
        if (hay.indexOf(word) < 0) {
          return false;
        }
      }
      for (String word : unwanted) {
        if (hay.indexOf(word) >= 0) {
          return false;
        }
      }
      return true;
    }

    private void gather(FlowSnapshot flow) {
      hay.setLength(0);
      Transport transport = flow.transport();
      hay.append(transport.keyword().toLowerCase(Locale.ROOT)).append('\n');
      gather(transport, flow.local());
      gather(transport, flow.remote());
      if (flow.attribution() instanceof Attribution.Owned owned) {
        hay.append(owned.pid()).append(':');
        hay.append(owned.process().toLowerCase(Locale.ROOT));
      }
    }

    private void gather(Transport transport, Endpoint end) {
      String host = hosts.computeIfAbsent(end.address(), this::host);
      int name = host.indexOf('\n');
      // Name and address each with the port behind it, so that "host:443" finds as it reads.
      port(host.substring(0, name), transport, end.port());
      port(host.substring(name + 1), transport, end.port());
    }

    private void port(String host, Transport transport, int port) {
      if (host.isEmpty()) {
        return;
      }
      hay.append(host);
      if (port > 0) {
        hay.append(':').append(port).append('\n').append(host).append(':');
        hay.append(services.nameOf(transport, port).orElse(""));
      }
      hay.append('\n');
    }

    private String host(IpAddress address) {
      String text = address.isIpv6() ? "[" + address + "]" : address.toString();
      return names.nameOf(address).orElse("").toLowerCase(Locale.ROOT).replace("\n", "")
          + '\n'
          + text;
    }
  }
}
