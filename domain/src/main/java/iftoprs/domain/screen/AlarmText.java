package iftoprs.domain.screen;

import iftoprs.domain.flow.Alert;
import iftoprs.domain.text.Rates;
import iftoprs.domain.text.SafeText;
import iftoprs.ports.HostNames;
import iftoprs.ports.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tells of alerts in one line, however many there are. */
public final class AlarmText {

  /** With which every line begins, and no other message does. */
  public static final String SIGN = "⚠";

  private static final int MOST_NAMED = 3;
  private static final int LONGEST_NAME = 64;

  private AlarmText() {}

  /**
   * The line: the remote hosts of the heaviest with their rates, and how many more there are.
   *
   * @param fresh the alerts to tell, at least one
   * @param count how many there are in all, those included
   * @param settings names or addresses, bits or bytes
   * @param names names of hosts
   */
  public static String of(List<Alert> fresh, long count, Settings settings, HostNames names) {
    Rates rates = settings.is(Toggle.BYTES) ? Rates.BYTES : Rates.BITS;
    List<Alert> heaviest = new ArrayList<>(fresh);
    heaviest.sort(Comparator.comparingLong(Alert::rate).reversed());
    List<String> hosts = new ArrayList<>();
    for (Alert alert : heaviest.subList(0, Math.min(MOST_NAMED, heaviest.size()))) {
      String host = host(alert.key().remote().address(), settings, names);
      hosts.add(host + " " + rates.text(alert.rate()) + "/s");
    }
    long more = count - hosts.size();
    return SIGN
        + " ALERT: "
        + String.join(", ", hosts)
        + (more > 0 ? " and " + more + " more" : "");
  }

  /**
   * A host as the screen writes it, safe to print.
   *
   * @param address whose
   * @param settings names or addresses
   * @param names names of hosts
   */
  public static String host(IpAddress address, Settings settings, HostNames names) {
    return settings.is(Toggle.NAMES)
        ? names
            .nameOf(address)
            .map(name -> SafeText.of(name, LONGEST_NAME))
            .orElse(address.toString())
        : address.toString();
  }
}
