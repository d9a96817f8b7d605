/**
 * The program: command line, wiring, exit codes.
 *
 * <p>Start with {@link iftoprs.bootstrap.Main}, then {@link iftoprs.bootstrap.FlagTable} (the table
 * of options) and {@link iftoprs.bootstrap.Wiring} (who is plugged into whom). It is the only
 * module that knows all others, and must not count, decode or draw itself.
 *
 * <p>{@code iftoprs} shows the screen; {@code iftoprs --json} streams snapshots; {@code iftoprs -r
 * FILE --report text} sums a capture file up; {@code iftoprs -l} lists the devices. Exit codes: 0
 * done, 1 failed, 2 wrong usage, 130 or 143 when a second signal cut the end short.
 */
module bootstrap {
  requires adapters.dns;
  requires adapters.json;
  requires adapters.lsof;
  requires adapters.packages;
  requires adapters.pcap;
  requires adapters.toml;
  requires adapters.tui;
  requires domain;
  requires info.picocli;
  requires jdk.unsupported;
  requires org.slf4j.nop;
}
