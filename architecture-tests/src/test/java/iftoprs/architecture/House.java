package iftoprs.architecture;

import java.nio.file.Path;
import java.util.List;

/**
 * The rooms that rules speak of, as package patterns.
 *
 * <p>The gap after {@code iftoprs} lets a rule judge a planted violation in {@code
 * iftoprs.violations.anything.domain} as it judges {@code iftoprs.domain}.
 */
final class House {

  static final String PORTS = "iftoprs..ports..";
  static final String DOMAIN = "iftoprs..domain..";
  static final String PCAP = "iftoprs..adapters.pcap..";
  static final String PCAP_FILES = "iftoprs..adapters.pcap.file..";
  static final String LSOF = "iftoprs..adapters.lsof..";
  static final String PACKAGES = "iftoprs..adapters.packages..";
  static final String DNS = "iftoprs..adapters.dns..";
  static final String TOML = "iftoprs..adapters.toml..";
  static final String TUI = "iftoprs..adapters.tui..";
  static final String JSON = "iftoprs..adapters.json..";
  static final String BOOTSTRAP = "iftoprs..bootstrap..";

  static final List<String> ROOMS =
      List.of(PORTS, DOMAIN, PCAP, PCAP_FILES, LSOF, PACKAGES, DNS, TOML, TUI, JSON, BOOTSTRAP);

  /** The folder of the project; the build says where. */
  static final Path ROOT = Path.of(System.getProperty("iftoprs.root")).toAbsolutePath().normalize();

  private House() {}
}
