package iftoprs.bootstrap.privilege;

import java.util.Optional;

/**
 * A user of this system, as passwd(5) has it.
 *
 * @param name name to log in with
 * @param user user id, as the kernel's unsigned 32 bits
 * @param group id of the first group, likewise
 * @param home folder, absolute
 */
public record Account(String name, int user, int group, String home) {

  /** passwd(5): name, password, user id, group id, comment, home, shell. */
  static Optional<Account> of(String line) {
    String[] fields = line.split(":", -1);
    if (fields.length < 7 || !fields[5].startsWith("/")) {
      return Optional.empty();
    }
    Optional<Integer> user = id(fields[2]);
    Optional<Integer> group = id(fields[3]);
    return user.isPresent() && group.isPresent()
        ? Optional.of(new Account(fields[0], user.get(), group.get(), fields[5]))
        : Optional.empty();
  }

  /** An id in decimal; the highest means "none" to the kernel and is refused. */
  static Optional<Integer> id(String text) {
    try {
      int id = Integer.parseUnsignedInt(text);
      return id == -1 ? Optional.empty() : Optional.of(id);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
