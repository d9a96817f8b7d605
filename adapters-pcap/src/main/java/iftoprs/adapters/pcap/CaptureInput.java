package iftoprs.adapters.pcap;

import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Where the bytes of a capture file come from.
 *
 * @param name for messages and as the name of the device
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
    Path name = file.getFileName();
    boolean pipe = Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    return new CaptureInput(
        name == null ? file.toString() : name.toString(), () -> openFile(file), pipe);
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

  /** The standard input; the name is {@code -}. */
  public static CaptureInput standardInput() {
    return new CaptureInput("-", () -> System.in, true);
  }

  InputStream open() throws CaptureException {
    try {
      return opener.open();
    } catch (NoSuchFileException e) {
      throw unusable("no such file", e);
    } catch (AccessDeniedException e) {
      throw unusable("permission denied", e);
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
    return Files.newInputStream(file);
  }
}
