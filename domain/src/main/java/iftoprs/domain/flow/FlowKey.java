package iftoprs.domain.flow;

import iftoprs.ports.Endpoint;
import iftoprs.ports.Transport;

/**
 * What makes a flow one flow: transport, local end, remote end.
 *
 * <p>Orders as the stream does: protocol number, local end, remote end.
 *
 * @param transport protocol
 * @param local the end that sends what is counted as sent
 * @param remote the other end
 */
public record FlowKey(Transport transport, Endpoint local, Endpoint remote)
    implements Comparable<FlowKey> {

  @Override
  public int compareTo(FlowKey other) {
    int order = transport.compareTo(other.transport);
    if (order == 0) {
      order = local.compareTo(other.local);
    }
    return order != 0 ? order : remote.compareTo(other.remote);
  }
}
