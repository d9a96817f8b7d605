package iftoprs.adapters.pcap;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Tells JNA where libpcap lies. Untold it starts {@code ldconfig -p} to learn all folders of the
 * system, and a child process takes a tenth of the time until the first flow is on the screen.
 */
final class LibraryFolder {

  /** JNA's property: folders of the system's libraries, in place of those that it would find. */
  static final String PROPERTY = "jna.platform.library.path";

  private static final List<String> NAMES = List.of("libpcap.so", "libpcap.so.1", "libpcap.so.0.8");

  private LibraryFolder() {}

  /** Tells it, once and before JNA is first used, where libpcap is in a usual place. */
  static void tell() {
    if (Platform.LINUX && System.getProperty(PROPERTY) == null) {
      find(Path.of("/"), System.getProperty("os.arch"))
          .ifPresent(folder -> System.setProperty(PROPERTY, folder.toString()));
    }
  }

  /**
   * The folder that holds libpcap.
   *
   * @param root of the file system
   * @param architecture as Java names it
   * @return empty if it is in none of the usual places: then JNA looks for itself
   */
  static Optional<Path> find(Path root, String architecture) {
    String triplet = (architecture.equals("amd64") ? "x86_64" : architecture) + "-linux-gnu";
    return List.of("usr/lib/" + triplet, "lib/" + triplet, "usr/lib64", "lib64", "usr/lib", "lib")
        .stream()
        .map(root::resolve)
        .filter(LibraryFolder::holdsLibpcap)
        .findFirst();
  }

  private static boolean holdsLibpcap(Path folder) {
    return NAMES.stream().map(folder::resolve).anyMatch(Files::exists);
  }
}
