package iftoprs.bootstrap;

import iftoprs.adapters.json.ReportWriter;
import iftoprs.adapters.lsof.SocketTables;
import iftoprs.adapters.pcap.Pace;
import iftoprs.bootstrap.alert.CommandWords;
import iftoprs.bootstrap.completion.Shells;
import iftoprs.domain.screen.Settings;
import iftoprs.domain.text.RateText;
import iftoprs.ports.InterfaceAddress;
import iftoprs.ports.IpAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The values that options take. What is wrong is said as {@code needs …}. */
final class Values {

  private Values() {}

  private static Optional<Long> number(String text) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && text.length() <= 18 ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  /** Given or not: picocli hands on what stands behind an equals sign, too. */
  static final class OfFlag implements ITypeConverter<Boolean> {
    @Override
    public Boolean convert(String text) {
      if (!text.equals("true")) {
        throw new TypeConversionException("takes no value");
      }
      return true;
    }
  }

  /** A whole number from 1 on. */
  static final class OfCount implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return number(text)
          .filter(value -> value > 0)
          .orElseThrow(() -> new TypeConversionException("needs a whole number, 1 or more"));
    }
  }

  /** How many flows a table may hold. */
  static final class OfTableSize implements ITypeConverter<Integer> {

    private static final int LEAST = 16;
    // 96 bytes a flow and an index of one array.
    private static final int MOST = 100_000_000;

    @Override
    public Integer convert(String text) {
      return number(text)
          .filter(value -> value >= LEAST && value <= MOST)
          .map(Long::intValue)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "needs a whole number from %d to %d".formatted(LEAST, MOST)));
    }
  }

  /** How many flows to show. */
  static final class OfTop implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return number(text)
          .filter(value -> value > 0 && value <= Integer.MAX_VALUE)
          .map(Long::intValue)
          .orElseThrow(() -> new TypeConversionException("needs a whole number, 1 or more"));
    }
  }

  /** Seconds between two ticks. */
  static final class OfRefresh implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return Settings.INTERVALS.stream()
          .filter(interval -> number(text).equals(Optional.of(interval.longValue())))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("needs 1, 2, 5 or 10"));
    }
  }

  /** A shell that completes options. */
  static final class OfShell implements ITypeConverter<Shells> {
    @Override
    public Shells convert(String text) {
      return Shells.named(text)
          .orElseThrow(
              () -> new TypeConversionException("needs bash, elvish, fish, powershell or zsh"));
    }
  }

  /** A rate that raises an alert; 0 for none. */
  static final class OfRate implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return RateText.parse(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "needs a rate such as 10Mbit, 1.25MB or 1250000 (bytes a second); 0 for"
                          + " none"));
    }
  }

  /** A command in words. */
  static final class OfCommand implements ITypeConverter<List<String>> {
    @Override
    public List<String> convert(String text) {
      return CommandWords.of(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "needs a program and its arguments, with every quote closed"));
    }
  }

  /** {@code real}, {@code max} or a factor. */
  static final class OfPace implements ITypeConverter<Pace> {
    @Override
    public Pace convert(String text) {
      return switch (text) {
        case "real" -> Pace.real();
        case "max" -> Pace.MAX;
        default -> Pace.times(factor(text.endsWith("x") || text.endsWith("×") ? cut(text) : text));
      };
    }

    private static String cut(String text) {
      return text.substring(0, text.length() - 1);
    }

    private static double factor(String text) {
      // Plain decimals only: Double.parseDouble takes hexadecimal, "NaN" and "1d" as well.
      if (text.matches("\\d{1,9}(\\.\\d{1,9})?") && Double.parseDouble(text) > 0) {
        return Double.parseDouble(text);
      }
      throw new TypeConversionException("needs real, max or a factor such as 10x or 0.5");
    }
  }

  /** Where processes are looked for. */
  static final class OfProcessSource implements ITypeConverter<SocketTables.Source> {
    @Override
    public SocketTables.Source convert(String text) {
      return switch (text) {
        case "auto" -> SocketTables.Source.AUTO;
        case "proc" -> SocketTables.Source.PROC;
        case "lsof" -> SocketTables.Source.LSOF;
        default -> throw new TypeConversionException("needs auto, proc or lsof");
      };
    }
  }

  /** A file that need not exist. */
  static final class OfFile implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      try {
        return Path.of(text);
      } catch (InvalidPathException e) {
        throw new TypeConversionException(
            "needs a name that this locale can write; try with LC_ALL=C.UTF-8");
      }
    }
  }

  /** A network as address and prefix length, or a single address. */
  static final class OfNetwork implements ITypeConverter<InterfaceAddress> {
    @Override
    public InterfaceAddress convert(String text) {
      int slash = text.indexOf('/');
      Optional<IpAddress> address = IpAddress.parse(text.substring(0, Math.max(0, slash)));
      Optional<Long> prefix = number(text.substring(slash + 1));
      if (address.isEmpty() || prefix.isEmpty() || prefix.get() > address.get().bits()) {
        throw new TypeConversionException(
            IpAddress.parse(text)
                .map(host -> "needs a network; for this one host write " + host + "/" + host.bits())
                .orElse("needs a network such as 192.168.0.0/16 or 2001:db8::/32"));
      }
      return new InterfaceAddress(address.get(), prefix.get().intValue());
    }
  }

  /** The form of a report. */
  static final class OfReportForm implements ITypeConverter<ReportWriter.Format> {
    @Override
    public ReportWriter.Format convert(String text) {
      return switch (text) {
        case "text" -> ReportWriter.Format.TEXT;
        case "json" -> ReportWriter.Format.JSON;
        case "csv" -> ReportWriter.Format.CSV;
        default -> throw new TypeConversionException("needs text, json or csv");
      };
    }
  }
}
