package iftoprs.adapters.packages;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The two names of a file where {@code /bin}, {@code /sbin} and {@code /lib*} are links into {@code
 * /usr}: the kernel tells the one, a package may have been built with the other.
 */
final class MergedUsr {

  private static final String USR = "/usr";
  private static final Pattern MERGED = Pattern.compile("/(?:bin|sbin|lib\\w*)/.*", Pattern.DOTALL);

  private MergedUsr() {}

  /** The path, and its other name if it has one. */
  static List<String> namesOf(String path) {
    if (MERGED.matcher(path).matches()) {
      return List.of(path, USR + path);
    }
    String bare = path.startsWith(USR + "/") ? path.substring(USR.length()) : "";
    return MERGED.matcher(bare).matches() ? List.of(path, bare) : List.of(path);
  }
}
