package iftoprs.adapters.toml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * A text file that is read whole and replaced whole, never half.
 *
 * <p>At most 1 MiB of UTF-8. Where the path is a link, as dotfile keepers like it, the link stays
 * and the file that it leads to is replaced; a link that leads nowhere is refused rather than
 * followed to a place nobody chose. Every {@link IOException} has a message of one line.
 */
final class SettingsFile {

  static final int MAX_BYTES = 1 << 20;

  private static final FileAttribute<?> OWNER_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path file;

  SettingsFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  @Override
  public String toString() {
    return file.toString();
  }

  /** What the file holds, without a byte order mark; empty if there is none. */
  Optional<String> read() throws IOException {
    try {
      if (!exists()) {
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
          throw new IOException(file + ": larger than 1 MiB");
        }
        return Optional.of(decode(bytes));
      }
    } catch (FileSystemException e) {
      throw new IOException(file + ": cannot be read: " + reason(e), e);
    }
  }

  private boolean exists() throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(file, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      if (Files.isSymbolicLink(file)) {
        throw new IOException(file + ": a link to a file that does not exist", e);
      }
      return false;
    }
    if (!attributes.isRegularFile()) {
      // Asked before opening: to open a pipe would wait for a writer.
      throw new IOException(
          file + ": " + (attributes.isDirectory() ? "a directory" : "not a regular file"));
    }
    return true;
  }

  private String decode(byte[] bytes) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    if (result.isError()) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new IOException(file + ":" + line + ": not UTF-8");
    }
    String text = out.flip().toString();
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /** Replaces what the file holds, at once and lastingly. A new file is its owner's alone. */
  void write(String text) throws IOException {
    byte[] bytes = encode(text);
    if (bytes.length > MAX_BYTES) {
      throw new IOException(file + ": would be larger than 1 MiB");
    }
    try {
      Path target = exists() ? file.toRealPath() : file;
      Path fresh = Files.createTempFile(target.getParent(), ".iftoprs", ".tmp", OWNER_ALONE);
      try {
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
          ByteBuffer buffer = ByteBuffer.wrap(bytes);
          while (buffer.hasRemaining()) {
            channel.write(buffer);
          }
          copyOwnership(target, fresh);
          channel.force(true);
        }
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
      syncFolder(target.getParent());
    } catch (FileSystemException e) {
      throw new IOException(file + ": cannot be written: " + reason(e), e);
    }
  }

  /** Keeps a copy beside the file, unless an earlier one is there. */
  void backUp() throws IOException {
    Path copy = Path.of(file + ".bak");
    try {
      Files.copy(file.toRealPath(), copy, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (FileAlreadyExistsException e) {
      // The first copy is the one that its author wrote.
      return;
    } catch (FileSystemException e) {
      throw new IOException(copy + ": cannot be written: " + reason(e), e);
    }
  }

  private byte[] encode(String text) throws IOException {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] array = new byte[bytes.remaining()];
      bytes.get(array);
      return array;
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": a value is not valid text", e);
    }
  }

  /** Gives a new file the mode and, as far as allowed, the owner of the one that it replaces. */
  private static void copyOwnership(Path from, Path to) throws IOException {
    if (!Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    PosixFileAttributes old = Files.readAttributes(from, PosixFileAttributes.class);
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    PosixFileAttributes now = view.readAttributes();
    try {
      if (!now.owner().equals(old.owner())) {
        view.setOwner(old.owner());
      }
      if (!now.group().equals(old.group())) {
        view.setGroup(old.group());
      }
    } catch (FileSystemException e) {
      // Not root: then it is the user's own file from now on, and nobody else's.
      return;
    }
    view.setPermissions(old.permissions());
  }

  private static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Some systems refuse this; the file itself is safe on the disk.
      return;
    }
  }

  private static String reason(FileSystemException e) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied";
      case NoSuchFileException missing -> "its folder does not exist";
      default -> e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
    };
  }
}
