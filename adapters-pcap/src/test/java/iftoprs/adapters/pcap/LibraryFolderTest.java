package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryFolderTest {

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource({
    "usr/lib/x86_64-linux-gnu, libpcap.so.0.8, amd64",
    "usr/lib/aarch64-linux-gnu, libpcap.so.0.8, aarch64",
    "usr/lib64, libpcap.so.1, amd64",
    "usr/lib, libpcap.so.1, aarch64",
    "lib, libpcap.so, amd64"
  })
  void folder_with_any_version_is_found(String folder, String file, String architecture)
      throws IOException {
    Files.createDirectories(root.resolve("usr/lib64"));
    Files.createDirectories(root.resolve(folder));
    Files.createFile(root.resolve(folder).resolve(file));
    assertThat(LibraryFolder.find(root, architecture)).contains(root.resolve(folder));
  }

  @Test
  void an_unusual_place_is_left_to_jna() throws IOException {
    Files.createDirectories(root.resolve("usr/lib"));
    Files.createDirectories(root.resolve("opt/lib"));
    Files.createFile(root.resolve("opt/lib/libpcap.so.1"));
    assertThat(LibraryFolder.find(root, "amd64")).isEmpty();
  }
}
