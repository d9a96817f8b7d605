package iftoprs.adapters.json;

import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.screen.ExportForm;
import iftoprs.ports.HostNames;
import iftoprs.ports.PackageOwner;
import iftoprs.ports.ServiceNames;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes a snapshot into a file, as the line that the stream would have for it or as CSV. All flows
 * are in it, whatever the screen's filter hides. One thread at a time.
 */
public final class FileExporter {

  private static final String JSON_FILE = ".iftoprs.export.txt";
  private static final String CSV_FILE = ".iftoprs.export.csv";

  private final Path folder;
  private final HostNames hosts;
  private final ServiceNames services;
  private final PackageOwner packages;

  /**
   * Creates an exporter.
   *
   * @param folder the user's home
   * @param hosts names of addresses
   * @param services names of ports
   * @param packages publishers of programs
   */
  public FileExporter(Path folder, HostNames hosts, ServiceNames services, PackageOwner packages) {
    this.folder = folder.toAbsolutePath();
    this.hosts = hosts;
    this.services = services;
    this.packages = packages;
  }

  /**
   * Replaces the file of this form.
   *
   * @return the file
   * @throws IOException if it cannot be written; the message is one line that names it, and what
   *     was there stays
   */
  public Path export(ExportForm form, Snapshot snapshot) throws IOException {
    return switch (form) {
      case JSON ->
          PrivateFile.replace(
              folder.resolve(JSON_FILE),
              out -> new SnapshotStream(out, hosts, services, packages).write(snapshot));
      case CSV ->
          PrivateFile.replace(
              folder.resolve(CSV_FILE),
              out -> new CsvSnapshot(out, hosts, services, packages).write(snapshot));
    };
  }
}
