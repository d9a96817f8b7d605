package iftoprs.ports;

/**
 * Who published an executable, or why nobody can be named.
 *
 * @param basis how that is known
 * @param name name of the package or of the signer; empty where the basis names none
 */
public record Publisher(Basis basis, String name) {

  /** How a publisher is known. */
  public enum Basis {
    /** The package database of Debian and its kin. */
    DPKG,
    /** The RPM database. */
    RPM,
    /** The database of Alpine's packages. */
    APK,
    /** The signature of the file, macOS. */
    CODESIGN,
    /** No package has the file. */
    UNPACKAGED,
    /** The file is gone, or another has taken its place. */
    DELETED,
    /** The file belongs to a container, whose packages are not this system's. */
    CONTAINER,
    /** The executable may not be seen. */
    UNSEEN,
    /** This system has no package manager that could be asked, or it gave no answer. */
    UNKNOWN
  }

  /**
   * Nobody can be named.
   *
   * @param basis why
   * @return a publisher without a name
   */
  public static Publisher nobody(Basis basis) {
    return new Publisher(basis, "");
  }

  /** Whether there is a name. */
  public boolean isNamed() {
    return !name.isEmpty();
  }
}
