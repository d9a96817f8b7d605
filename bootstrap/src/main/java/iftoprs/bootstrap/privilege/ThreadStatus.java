package iftoprs.bootstrap.privilege;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the kernel says of a thread in {@code /proc} (proc_pid_status(5)).
 *
 * @param user effective user id
 * @param permitted capabilities that it has or may take, as bits
 */
record ThreadStatus(int user, long permitted) {

  private static final Path OWN = Path.of("/proc/thread-self/status");

  private static final Pattern USER = Pattern.compile("(?m)^Uid:\\s+\\d+\\s+(\\d+)");
  private static final Pattern PERMITTED = Pattern.compile("(?m)^CapPrm:\\s+([0-9a-f]{1,16})$");

  /**
   * The calling thread.
   *
   * @throws IOException where there is no such file: not on Linux
   */
  static ThreadStatus own() throws IOException {
    return parse(Files.readString(OWN, StandardCharsets.ISO_8859_1));
  }

  static ThreadStatus parse(String text) throws IOException {
    Matcher user = USER.matcher(text);
    Matcher permitted = PERMITTED.matcher(text);
    if (!user.find() || !permitted.find()) {
      throw new IOException("no ids or capabilities in " + OWN);
    }
    return new ThreadStatus(
        Integer.parseUnsignedInt(user.group(1)), Long.parseUnsignedLong(permitted.group(1), 16));
  }

  boolean isRoot() {
    return user == 0;
  }

  boolean isPrivileged() {
    return isRoot() || permitted != 0;
  }
}
