package iftoprs.adapters.json;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file that its owner alone may read, replaced whole or not at all.
 *
 * <p>What is written goes into a new file beside it, which then takes its name: a link of that name
 * is replaced, never followed. Where root writes into somebody's folder, the file is theirs.
 */
final class PrivateFile {

  private static final FileAttribute<?> OWNER_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private PrivateFile() {}

  /** Writes what the file shall hold. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  static Path replace(Path file, Content content) throws IOException {
    Path folder = file.getParent();
    try {
      Path fresh = Files.createTempFile(folder, ".iftoprs", ".tmp", OWNER_ALONE);
      try {
        fill(fresh, content);
        giveTo(folder, fresh);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
      return file;
    } catch (FileSystemException e) {
      throw new IOException(reason(file, e) + ": " + file, e);
    } catch (IOException e) {
      throw new IOException(e.getMessage() + ": " + file, e);
    }
  }

  private static void fill(Path fresh, Content content) throws IOException {
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  /** Gives a file to the owner of the folder, which only root can do where that is another. */
  private static void giveTo(Path folder, Path fresh) throws IOException {
    for (String whose : new String[] {"unix:gid", "unix:uid"}) {
      Object wanted = Files.getAttribute(folder, whose);
      if (!wanted.equals(Files.getAttribute(fresh, whose)) && isRoot(fresh)) {
        Files.setAttribute(fresh, whose, wanted);
      }
    }
  }

  private static boolean isRoot(Path fresh) throws IOException {
    return Files.getAttribute(fresh, "unix:uid").equals(0);
  }

  private static String reason(Path file, FileSystemException e) {
    if (Files.isDirectory(file)) {
      return "this is a directory";
    }
    return switch (e) {
      case AccessDeniedException denied -> "permission denied";
      case NoSuchFileException missing -> "its folder does not exist";
      default -> e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    };
  }
}
