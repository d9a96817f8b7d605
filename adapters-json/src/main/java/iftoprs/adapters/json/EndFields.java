package iftoprs.adapters.json;

import iftoprs.domain.flow.FlowKey;
import iftoprs.ports.Endpoint;
import iftoprs.ports.HostNames;
import iftoprs.ports.ServiceNames;
import iftoprs.ports.Transport;

/** The two ends of a flow with their names, which are left out while they are not known. */
final class EndFields {

  private final JsonOutput json;
  private final HostNames hosts;
  private final ServiceNames services;

  EndFields(JsonOutput json, HostNames hosts, ServiceNames services) {
    this.json = json;
    this.hosts = hosts;
    this.services = services;
  }

  void write(FlowKey key) {
    write(key.transport(), key.local(), key.remote());
  }

  void write(Transport transport, Endpoint source, Endpoint destination) {
    json.address(Field.SOURCE, source.address());
    json.number(Field.SOURCE_PORT, source.port());
    names(transport, source, destination.port(), Field.SOURCE_HOST, Field.SOURCE_SERVICE);
    json.address(Field.DESTINATION, destination.address());
    json.number(Field.DESTINATION_PORT, destination.port());
    names(transport, destination, source.port(), Field.DESTINATION_HOST, Field.DESTINATION_SERVICE);
    json.word(Field.PROTOCOL, Words.of(transport));
    json.number(Field.PROTOCOL_NUMBER, transport.number());
  }

  private void names(Transport transport, Endpoint end, int other, Field host, Field service) {
    hosts.nameOf(end.address()).ifPresent(name -> json.text(host, name));
    services.nameOf(transport, end.port(), other).ifPresent(name -> json.text(service, name));
  }
}
