package iftoprs.adapters.packages;

import iftoprs.ports.Publisher;
import java.io.IOException;
import java.util.Optional;

/** A package manager that can be asked. Blocks. One thread at a time. */
interface PackageTool {

  /**
   * The publisher of a file.
   *
   * @param path its absolute path
   * @return its publisher; empty if this package manager does not have the file
   * @throws IOException if the tool gives no answer
   */
  Optional<Publisher> publisherOf(String path) throws IOException;
}
