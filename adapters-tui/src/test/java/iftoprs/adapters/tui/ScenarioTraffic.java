package iftoprs.adapters.tui;

import iftoprs.domain.flow.Interest;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.sample.Office;
import iftoprs.domain.sample.SampleTraffic;
import iftoprs.domain.screen.LookUps;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.Executable;
import iftoprs.ports.HostNames;
import iftoprs.ports.Publisher;
import iftoprs.ports.ServiceNames;
import iftoprs.ports.SourceState;
import iftoprs.ports.Transport;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The traffic of a scenario: what it says of flows, names and services, or that of an office. */
final class ScenarioTraffic {

  private record Talk(String transport, String local, String remote, long sent, long received) {}

  private Office office = new Office();
  private SampleTraffic own = new SampleTraffic();
  private final Map<String, Talk> talks = new LinkedHashMap<>();
  private final Map<String, String> hosts = new HashMap<>();
  private final Map<Integer, String> ports = new HashMap<>();
  private final ScenarioPrograms programs = new ScenarioPrograms();
  private boolean officeIsOpen;
  private long seconds;

  void tell(String verb, String rest) {
    String[] parts = rest.split("\\s+");
    switch (verb) {
      case "alert" -> {
        office = new Office(Long.parseLong(rest));
        own = new SampleTraffic(Long.parseLong(rest));
      }
      case "name" -> hosts.put(parts[0], rest.substring(parts[0].length()).strip());
      case "service" -> ports.put(Integer.parseInt(parts[0]), parts[1]);
      case "flow" -> flow(parts);
      case "process", "package" -> programs.tell(verb, rest);
      case "lost" -> both(new CaptureStats(10, Long.parseLong(parts[0]), 0), SourceState.CAPTURING);
      case "restarting" -> {
        long next = SampleTraffic.START + (seconds + 3) * 1_000_000_000L;
        both(CaptureStats.NONE, new SourceState.Restarting(rest, 1, next));
      }
      case "ended" -> both(CaptureStats.NONE, new SourceState.Ended(rest));
      default -> throw new IllegalArgumentException(verb);
    }
  }

  private void both(CaptureStats stats, SourceState state) {
    own.source(stats, state);
    office.traffic().source(stats, state);
  }

  private void flow(String... parts) {
    long sent = Long.parseLong(parts[3]);
    long received = Long.parseLong(parts[4]);
    talks.put(parts[1] + parts[2], new Talk(parts[0], parts[1], parts[2], sent, received));
    if (parts.length > 5) {
      String[] owner = parts[5].split(":", 2);
      Transport transport = parts[0].equals("udp") ? Transport.UDP : Transport.TCP;
      int pid = Integer.parseInt(owner[0]);
      own.owner(transport, parts[1], parts[2], pid, owner[1], programs.facts(pid));
    }
  }

  Snapshot first() {
    return own.newest();
  }

  Snapshot officeTick() {
    seconds++;
    officeIsOpen = true;
    return office.tick();
  }

  Snapshot tick() {
    seconds++;
    for (Talk talk : talks.values()) {
      switch (talk.transport()) {
        case "tcp" -> own.tcp(talk.local(), talk.remote(), talk.sent(), talk.received());
        case "udp" -> own.udp(talk.local(), talk.remote(), talk.sent(), talk.received());
        case "icmp" -> own.icmp(talk.local(), talk.remote(), talk.sent(), talk.received());
        default -> throw new IllegalArgumentException(talk.transport());
      }
    }
    return own.tick();
  }

  void watch(Interest interest) {
    own.watch(interest);
    office.traffic().watch(interest);
  }

  LookUps lookUps() {
    return new LookUps(names(), services(), this::publisherOf);
  }

  /** Names may be told while the screen is up, as a look-up answers late. */
  private HostNames names() {
    return address ->
        Optional.ofNullable(hosts.get(address.toString()))
            .or(() -> officeIsOpen ? Office.hostNames().nameOf(address) : Optional.empty());
  }

  private Optional<Publisher> publisherOf(Executable executable) {
    return officeIsOpen
        ? Office.lookUps().packages().publisherOf(executable)
        : programs.publisherOf(executable);
  }

  private ServiceNames services() {
    return (transport, port) ->
        Optional.ofNullable(ports.get(port))
            .or(
                () ->
                    officeIsOpen
                        ? Office.serviceNames().nameOf(transport, port)
                        : Optional.empty());
  }
}
