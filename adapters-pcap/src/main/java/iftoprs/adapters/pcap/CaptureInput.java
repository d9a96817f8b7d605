package iftoprs.adapters.pcap;

import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureException.Reason;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Where the bytes of a capture file come from.
 *
 * @param name for messages: the path as it was given, or another name
 * @param opener opens them from the start, each time it is asked
 * @param pipe whether reading them may block for long, and whether they come only once
 */
public record CaptureInput(String name, Opener opener, boolean pipe) {

  /** Opens a stream. */
  @FunctionalInterface
  public interface Opener {
    /** A new stream from the first byte on. */
    InputStream open() throws IOException;
  }

  /**
   * A file on disk, or a named pipe.
   *
   * @param file its path
   */
  public static CaptureInput of(Path file) {
    boolean pipe = Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    return new CaptureInput(file.toString(), () -> openFile(file), pipe);
  }

  /**
   * Bytes from elsewhere, such as a resource of the program.
   *
   * @param name for messages
   * @param opener opens them
   */
  public static CaptureInput of(String name, Opener opener) {
    return new CaptureInput(name, opener, false);
  }

  /** The standard input. */
  public static CaptureInput standardInput() {
    return new CaptureInput("standard input", () -> System.in, true);
  }

  /** The name without its folders; stands for the device. */
  String shortName() {
    return name.substring(name.lastIndexOf('/', name.length() - 2) + 1);
  }

  InputStream open() throws CaptureException {
    try {
      return opener.open();
    } catch (NoSuchFileException e) {
      throw unusable("no such file", e);
    } catch (AccessDeniedException e) {
      throw unusable("permission denied", e);
    } catch (FileSystemException e) { // its message would repeat the name
      throw unusable(e.getReason() == null ? "cannot be opened" : e.getReason(), e);
    } catch (IOException e) {
      throw unusable(e.getMessage(), e);
    }
  }

  private CaptureException unusable(String why, IOException cause) {
    return new CaptureException(Reason.BAD_FILE, name + ": " + why, cause);
  }

  private static InputStream openFile(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("is a directory");
    }
    if (!Files.isReadable(file)) {
      return Files.newInputStream(file); // it knows why not
    }
    // Not a channel's stream: this one fills an array with one copy less and a third of the
    // classes.
    return new FileInputStream(file.toFile());
  }
}
