package iftoprs.ports.contract;

import iftoprs.ports.OpenSocket;
import iftoprs.ports.SocketTable;
import java.io.IOException;
import java.util.List;

/** A socket table that lists what a test tells it, and counts how often it was asked. */
public final class FixedSocketTable implements SocketTable {

  private List<OpenSocket> sockets = List.of();
  private String failure = "";
  private int scans;

  /**
   * Lists these sockets from now on.
   *
   * @param sockets what to list
   * @return this table
   */
  public FixedSocketTable list(List<OpenSocket> sockets) {
    this.sockets = List.copyOf(sockets);
    this.failure = "";
    return this;
  }

  /**
   * Fails from now on.
   *
   * @param message what the exception says
   * @return this table
   */
  public FixedSocketTable fail(String message) {
    this.failure = message;
    return this;
  }

  /** How often it was asked. */
  public int scans() {
    return scans;
  }

  @Override
  public List<OpenSocket> openSockets() throws IOException {
    scans++;
    if (!failure.isEmpty()) {
      throw new IOException(failure);
    }
    return sockets;
  }
}
