package iftoprs.domain.screen;

import iftoprs.domain.flow.Alert;
import iftoprs.domain.flow.FlowKey;
import iftoprs.ports.HostNames;
import iftoprs.ports.ServiceNames;

/**
 * An alert in words. All texts are safe to print.
 *
 * @param source the local end
 * @param destination the remote end
 * @param protocol transport
 * @param process process id and name, or empty without an owner
 */
public record AlertRow(Row.End source, Row.End destination, String protocol, String process) {

  static AlertRow of(Alert alert, Settings settings, HostNames names, ServiceNames services) {
    FlowKey key = alert.key();
    return new AlertRow(
        Row.end(key, key.local(), settings, names, services),
        Row.end(key, key.remote(), settings, names, services),
        key.transport().keyword(),
        Row.process(alert.owner()));
  }
}
