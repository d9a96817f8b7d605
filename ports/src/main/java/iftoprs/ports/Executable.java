package iftoprs.ports;

/**
 * The file that a process runs.
 *
 * @param path absolute path as the kernel tells it, in the process's own file system; empty if it
 *     may not be seen
 * @param place whether that path leads there
 * @param identity device, inode and time of change in one text, equal as long as the file is the
 *     same; empty if unknown
 */
public record Executable(String path, Place place, String identity) {

  /** Nothing is known of it. */
  public static final Executable UNKNOWN = new Executable("", Place.UNSEEN, "");

  /** Whether a path leads to the file. */
  public enum Place {
    /** The path names it in this file system. */
    HERE,
    /** It has been removed or replaced since the process began. */
    DELETED,
    /** It lies in another file system tree, as that of a container. */
    ELSEWHERE,
    /** The process may not be looked into. */
    UNSEEN
  }
}
