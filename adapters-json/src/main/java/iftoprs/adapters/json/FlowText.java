package iftoprs.adapters.json;

import iftoprs.domain.flow.FlowSnapshot;
import iftoprs.domain.flow.Side;
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
import java.util.Locale;

/**
 * The flows of a line, one object each, written by hand as in {@link JsonReport}: nearly all of a
 * line is flows, and nearly all of a flow is the same in each. Only words of others need escaping.
 */
final class FlowText {

  private final AsciiText text;
  private final HostNames hosts;
  private final ServiceNames services;
  private final PackageOwner packages;

  FlowText(AsciiText text, HostNames hosts, ServiceNames services, PackageOwner packages) {
    this.text = text;
    this.hosts = hosts;
    this.services = services;
    this.packages = packages;
  }

  void add(FlowSnapshot flow) {
    Transport transport = flow.transport();
    source(transport, flow.local(), flow.remotePort());
    destination(transport, flow.remote(), flow.localPort());
    text.add(",\"protocol\":\"").add(Words.of(transport).getValue());
    text.add("\",\"protocol_number\":").add(transport.number());
    text.add(",\"direction_basis\":\"").add(flow.directionRule().word());
    text.add("\",\"rate_2s\":").add(flow.rate(Window.TWO, Side.BOTH));
    text.add(",\"rate_10s\":").add(flow.rate(Window.TEN, Side.BOTH));
    text.add(",\"rate_40s\":").add(flow.rate(Window.FORTY, Side.BOTH));
    text.add(",\"tx_rate_2s\":").add(flow.rate(Window.TWO, Side.SENT));
    text.add(",\"tx_rate_10s\":").add(flow.rate(Window.TEN, Side.SENT));
    text.add(",\"tx_rate_40s\":").add(flow.rate(Window.FORTY, Side.SENT));
    text.add(",\"rx_rate_2s\":").add(flow.rate(Window.TWO, Side.RECEIVED));
    text.add(",\"rx_rate_10s\":").add(flow.rate(Window.TEN, Side.RECEIVED));
    text.add(",\"rx_rate_40s\":").add(flow.rate(Window.FORTY, Side.RECEIVED));
    text.add(",\"tx_bytes\":").add(flow.bytes(Side.SENT));
    text.add(",\"rx_bytes\":").add(flow.bytes(Side.RECEIVED));
    text.add(",\"tx_packets\":").add(flow.packets(Side.SENT));
    text.add(",\"rx_packets\":").add(flow.packets(Side.RECEIVED));
    text.add(",\"first_seen\":").addSeconds(flow.firstSeenNanos(), 6);
    text.add(",\"last_seen\":").addSeconds(flow.lastSeenNanos(), 6);
    if (flow.partial()) {
      text.add(",\"partial\":true");
    }
    if (flow.attribution() instanceof Attribution.Owned owner) {
      owner(owner);
    }
    text.add(",\"attribution\":\"").add(flow.attribution().word()).add("\"}");
  }

  private void source(Transport transport, Endpoint end, int other) {
    text.add("{\"source\":\"").add(end.address());
    text.add("\",\"source_port\":").add(end.port());
    names(transport, end, other, ",\"source_host\":", ",\"source_service\":");
  }

  private void destination(Transport transport, Endpoint end, int other) {
    text.add(",\"destination\":\"").add(end.address());
    text.add("\",\"destination_port\":").add(end.port());
    names(transport, end, other, ",\"destination_host\":", ",\"destination_service\":");
  }

  private void names(Transport transport, Endpoint end, int other, String host, String service) {
    hosts.nameOf(end.address()).ifPresent(name -> quoted(host, name));
    services.nameOf(transport, end.port(), other).ifPresent(name -> quoted(service, name));
  }

  private void owner(Attribution.Owned owner) {
    text.add(",\"pid\":").add(owner.pid());
    quoted(",\"process\":", owner.process());
    ProcessFacts facts = owner.facts();
    quotedIfKnown(",\"command_line\":", facts.commandLine());
    quotedIfKnown(",\"user\":", facts.user());
    quotedIfKnown(",\"executable\":", facts.executable().path());
    facts
        .group()
        .container()
        .ifPresent(
            container -> {
              quoted(",\"container\":", container.id());
              quoted(",\"container_runtime\":", container.runtime());
            });
    facts.group().unit().ifPresent(unit -> quoted(",\"unit\":", unit));
    if (facts.executable().place() != Executable.Place.UNSEEN) {
      packages.publisherOf(facts.executable()).ifPresent(this::publisher);
    }
    others(owner);
  }

  private void publisher(Publisher publisher) {
    quotedIfKnown(",\"package\":", publisher.name());
    quoted(",\"package_basis\":", publisher.basis().name().toLowerCase(Locale.ROOT));
  }

  private void others(Attribution.Owned owner) {
    String before = ",\"other_owners\":[";
    for (Attribution.Holder holder : owner.others()) {
      text.add(before).add("{\"pid\":").add(holder.pid());
      quoted(",\"process\":", holder.process());
      text.add('}');
      before = ",";
    }
    if (!owner.others().isEmpty()) {
      text.add(']');
    }
  }

  private void quotedIfKnown(String field, String value) {
    if (!value.isEmpty()) {
      quoted(field, value);
    }
  }

  private void quoted(String field, String value) {
    text.add(field).addQuoted(value);
  }
}
