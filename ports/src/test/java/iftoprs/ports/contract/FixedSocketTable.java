package iftoprs.ports.contract;

import iftoprs.ports.OpenSocket;
import iftoprs.ports.SocketTable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A socket table that lists what a test tells it, and counts how often it was asked. Unless told
 * otherwise a listing takes 1 ms of time and nobody knows what of a processor.
 */
public final class FixedSocketTable implements SocketTable {

  private List<OpenSocket> sockets = List.of();
  private String failure = "";
  private int scans;
  private long nanos;
  private long cpuNanos;
  private long nanosEach = 1_000_000;
  private OptionalLong cpuNanosEach = OptionalLong.empty();

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

  /**
   * Lets each listing take so long from now on.
   *
   * @param nanos time that passes
   * @param cpuNanos time of a processor; empty if nobody knows
   * @return this table
   */
  public FixedSocketTable take(long nanos, OptionalLong cpuNanos) {
    this.nanosEach = nanos;
    this.cpuNanosEach = cpuNanos;
    return this;
  }

  /** How often it was asked. */
  public int scans() {
    return scans;
  }

  @Override
  public List<OpenSocket> openSockets() throws IOException {
    scans++;
    nanos += nanosEach;
    cpuNanos += cpuNanosEach.orElse(0);
    if (!failure.isEmpty()) {
      throw new IOException(failure);
    }
    return sockets;
  }

  @Override
  public Optional<Clocks> clocks() {
    OptionalLong cpu = cpuNanosEach.isPresent() ? OptionalLong.of(cpuNanos) : OptionalLong.empty();
    return Optional.of(new Clocks(nanos, cpu));
  }
}
