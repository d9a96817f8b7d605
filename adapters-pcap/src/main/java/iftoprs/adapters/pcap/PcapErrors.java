package iftoprs.adapters.pcap;

import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureException.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.packet.namednumber.DataLinkType;

/** Turns what libpcap says into one line that tells the user what to do. */
final class PcapErrors {

  // pcap/pcap.h
  private static final int NO_SUCH_DEVICE = -5;
  private static final int PERMISSION_DENIED = -8;
  private static final int NOT_UP = -9;
  private static final int PROMISCUOUS_DENIED = -11;

  /** How long the place of a mistake is looked for. */
  private static final long CARET_NANOS = 500_000_000L;

  private PcapErrors() {}

  /** A device that cannot be opened. */
  static CaptureException opening(
      String device, PcapNativeException cause, List<CaptureDevice> devices) {
    String said = text(cause);
    String lower = said.toLowerCase(Locale.ROOT);
    int code = cause.getReturnCode() == null ? 0 : cause.getReturnCode();
    if (code == PERMISSION_DENIED
        || code == PROMISCUOUS_DENIED
        || lower.contains("permi")) { // "permission denied", "operation not permitted"
      return new CaptureException(
          Reason.NOT_PERMITTED,
          "cannot capture on %s: permission denied; run with sudo, or give the program CAP_NET_RAW"
              .formatted(device),
          cause);
    }
    if (code == NO_SUCH_DEVICE || lower.contains("no such device")) {
      CaptureException missing = noSuchDevice(device, devices);
      missing.initCause(cause);
      return missing;
    }
    if (code == NOT_UP || lower.contains("is not up") || lower.contains("network is down")) {
      return new CaptureException(
          Reason.LINK_LOST,
          "cannot capture on %s: the device is down; bring it up first".formatted(device),
          cause);
    }
    return new CaptureException(
        Reason.NO_SUCH_DEVICE, "cannot capture on %s: %s".formatted(device, said), cause);
  }

  /** A device that does not exist; names the one that was probably meant, and all there are. */
  static CaptureException noSuchDevice(String device, List<CaptureDevice> devices) {
    String names = devices.stream().map(CaptureDevice::name).collect(Collectors.joining(", "));
    String meant =
        devices.stream()
            .map(CaptureDevice::name)
            .filter(name -> !name.equals(device) && distance(name, device) <= 2)
            .min(Comparator.comparingInt(name -> distance(name, device)))
            .map(name -> "; did you mean " + name + "?")
            .orElse(";");
    return new CaptureException(
        Reason.NO_SUCH_DEVICE,
        "no device is named %s%s devices are: %s".formatted(device, meant, names));
  }

  /** A system without a device that could be the default. */
  static CaptureException noDefaultDevice(List<CaptureDevice> devices) {
    if (devices.isEmpty()) {
      return new CaptureException(
          Reason.NO_SUCH_DEVICE,
          "there is no device to capture on; run with sudo, or give the program CAP_NET_RAW");
    }
    String names = devices.stream().map(CaptureDevice::name).collect(Collectors.joining(", "));
    return new CaptureException(
        Reason.NO_SUCH_DEVICE, "no device is up; name one with -i: " + names);
  }

  /**
   * A capture filter that libpcap does not take: its words, then the filter with a caret.
   *
   * @param dlt link type of what is captured, as libpcap numbers it
   */
  static CaptureException filter(String filter, PcapNativeException cause, DataLinkType dlt) {
    String said = text(cause);
    CaptureException refused = filter(filter, said + caret(filter, said, dlt));
    refused.initCause(cause);
    return refused;
  }

  /** A capture filter that cannot be used. */
  static CaptureException filter(String filter, String why) {
    return new CaptureException(
        Reason.BAD_FILTER, "capture filter \"%s\": %s".formatted(filter, why));
  }

  private static String caret(String filter, String said, DataLinkType dlt) {
    Matcher named = Pattern.compile("'([^']+)'").matcher(said);
    if (named.find() && filter.contains(named.group(1))) {
      return FilterCaret.lines(filter, filter.indexOf(named.group(1)));
    }
    if (!said.contains("syntax error")) {
      return "";
    }
    long end = System.nanoTime() + CARET_NANOS;
    OptionalInt position =
        FilterCaret.position(
            filter,
            each -> FilterCompiler.isUnderstood(each, dlt),
            () -> System.nanoTime() - end > 0);
    return position.isPresent() ? FilterCaret.lines(filter, position.getAsInt()) : "";
  }

  /** Why a device is away; {@code said} is what libpcap gave as the cause, perhaps nothing. */
  static String away(String device, Optional<CaptureDevice> now, String said) {
    if (now.isEmpty()) {
      return device + " is gone";
    }
    if (!now.get().up()) {
      return device + " is down";
    }
    return said.isBlank() ? device + " was interrupted" : device + ": " + oneLine(said);
  }

  /** No libpcap, or none that can be used. */
  static CaptureException noLibrary(LinkageError cause) {
    String message = String.valueOf(cause.getMessage());
    if (message.contains("jnidispatch") || message.contains("com.sun.jna")) {
      return new CaptureException(
          Reason.NO_LIBRARY,
          "libpcap cannot be used: JNA's native library does not load; reinstall the program",
          cause);
    }
    return new CaptureException(
        Reason.NO_LIBRARY,
        "libpcap not found; install it (Debian: apt-get install libpcap0.8)",
        cause);
  }

  /** What libpcap itself said, without the name of the function that pcap4j puts before it. */
  static String text(PcapNativeException cause) {
    String message = cause.getMessage() == null ? "unknown error" : cause.getMessage();
    String own = message.replaceFirst("^Error occurred in \\w+(\\(\\))?:? *", "");
    return oneLine(own);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** Letters to change, add or take away to make one name of the other (Levenshtein). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
