package iftoprs.adapters.packages;

import iftoprs.ports.Publisher;
import iftoprs.ports.Publisher.Basis;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Asks {@code codesign -dvv}, macOS, whose first {@code Authority=} line names the signer.
 *
 * <p>Never tried on a Mac: written from the manual page alone.
 */
final class Codesign implements PackageTool {

  private static final String AUTHORITY = "Authority=";

  private final Tool codesign;

  Codesign(Tool codesign) {
    this.codesign = codesign;
  }

  @Override
  public Optional<Publisher> publisherOf(String path) throws IOException {
    return codesign.run(List.of("-dvv", "--", path)).lines().stream()
        .filter(line -> line.startsWith(AUTHORITY) && line.length() > AUTHORITY.length())
        .findFirst()
        .map(line -> new Publisher(Basis.CODESIGN, line.substring(AUTHORITY.length())));
  }
}
