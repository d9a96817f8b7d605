package iftoprs.bootstrap.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file of lines that is kept small: when it would grow beyond its limit it becomes {@code
 * FILE.1}, that one {@code FILE.2}, and so on; the oldest goes.
 *
 * <p>Each line is written through at once. A file that a log rotator has moved away is begun anew
 * only when the program starts again. One thread.
 */
final class RotatedFile implements AutoCloseable {

  /** Size of a file (bytes). */
  static final long LIMIT = 1 << 20;

  /** Older files that are kept. */
  static final int KEPT = 3;

  private final Path path;
  private final long limit;
  private OutputStream out;
  private long size;

  /**
   * Opens the file for more lines.
   *
   * @param limit most bytes of one file
   * @throws IOException if it cannot be written
   */
  RotatedFile(Path path, long limit) throws IOException {
    this.path = path;
    this.limit = limit;
    this.out = open();
    this.size = Files.size(path);
  }

  private OutputStream open() throws IOException {
    return Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Adds a line, given without its end. */
  void append(String line) throws IOException {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    if (size > 0 && size + bytes.length > limit && Files.isRegularFile(path)) {
      rotate();
    }
    out.write(bytes);
    size += bytes.length;
  }

  private void rotate() throws IOException {
    for (int number = KEPT; number > 1; number--) {
      Path younger = older(number - 1);
      if (Files.exists(younger)) {
        Files.move(younger, older(number), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.move(path, older(1), StandardCopyOption.REPLACE_EXISTING);
    out.close();
    out = open();
    size = 0;
  }

  private Path older(int number) {
    return path.resolveSibling(path.getFileName() + "." + number);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
