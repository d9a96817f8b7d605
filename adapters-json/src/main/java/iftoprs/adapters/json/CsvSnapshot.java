package iftoprs.adapters.json;

import iftoprs.domain.flow.FlowSnapshot;
import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.flow.Window;
import iftoprs.domain.owner.Attribution;
import iftoprs.ports.Endpoint;
import iftoprs.ports.Executable;
import iftoprs.ports.HostNames;
import iftoprs.ports.PackageOwner;
import iftoprs.ports.ProcessFacts;
import iftoprs.ports.Publisher;
import iftoprs.ports.ServiceNames;
import iftoprs.ports.Transport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The flows of a snapshot as CSV (RFC 4180), in the order and with the figures and names of the
 * stream's fields. What is not known is an empty cell. One thread.
 */
final class CsvSnapshot {

  private static final String HEADER =
      "time,source,source_port,source_host,source_service,"
          + "destination,destination_port,destination_host,destination_service,"
          + "protocol,protocol_number,direction_basis,rate_2s,rate_10s,rate_40s,"
          + "tx_rate_2s,tx_rate_10s,tx_rate_40s,rx_rate_2s,rx_rate_10s,rx_rate_40s,"
          + "tx_bytes,rx_bytes,tx_packets,rx_packets,first_seen,last_seen,partial,"
          + "pid,process,command_line,user,executable,container,container_runtime,unit,"
          + "package,package_basis,attribution";

  private final OutputStream out;
  private final HostNames hosts;
  private final ServiceNames services;
  private final PackageOwner packages;
  private final CsvLine line = new CsvLine();

  CsvSnapshot(OutputStream out, HostNames hosts, ServiceNames services, PackageOwner packages) {
    this.out = out;
    this.hosts = hosts;
    this.services = services;
    this.packages = packages;
  }

  void write(Snapshot snapshot) throws IOException {
    out.write((HEADER + "\r\n").getBytes(StandardCharsets.US_ASCII));
    for (int index : snapshot.order(Window.TWO, Side.BOTH)) {
      line.seconds(snapshot.head().timeNanos());
      flow(snapshot.flow(index));
      out.write(line.end());
    }
  }

  private void flow(FlowSnapshot flow) {
    Transport transport = flow.transport();
    end(transport, flow.local(), flow.remotePort());
    end(transport, flow.remote(), flow.localPort());
    line.plain(transport.keyword()).number(transport.number());
    line.plain(flow.directionRule().word());
    for (Side side : new Side[] {Side.BOTH, Side.SENT, Side.RECEIVED}) {
      for (Window window : Window.values()) {
        line.number(flow.rate(window, side));
      }
    }
    line.number(flow.bytes(Side.SENT)).number(flow.bytes(Side.RECEIVED));
    line.number(flow.packets(Side.SENT)).number(flow.packets(Side.RECEIVED));
    line.seconds(flow.firstSeenNanos()).seconds(flow.lastSeenNanos());
    line.plain(flow.partial() ? "true" : "false");
    if (flow.attribution() instanceof Attribution.Owned owner) {
      owner(owner);
    } else {
      line.empty(10);
    }
    line.plain(flow.attribution().word());
  }

  private void end(Transport transport, Endpoint end, int other) {
    line.plain(end.address().toString()).number(end.port());
    line.text(hosts.nameOf(end.address()).orElse(""));
    line.text(services.nameOf(transport, end.port(), other).orElse(""));
  }

  private void owner(Attribution.Owned owner) {
    ProcessFacts facts = owner.facts();
    line.number(owner.pid()).text(owner.process());
    line.text(facts.commandLine()).text(facts.user()).text(facts.executable().path());
    facts
        .group()
        .container()
        .ifPresentOrElse(
            container -> line.text(container.id()).text(container.runtime()), () -> line.empty(2));
    line.text(facts.group().unit().orElse(""));
    Optional<Publisher> publisher =
        facts.executable().place() == Executable.Place.UNSEEN
            ? Optional.empty()
            : packages.publisherOf(facts.executable());
    line.text(publisher.map(Publisher::name).orElse(""));
    line.plain(publisher.map(known -> known.basis().name().toLowerCase(Locale.ROOT)).orElse(""));
  }
}
