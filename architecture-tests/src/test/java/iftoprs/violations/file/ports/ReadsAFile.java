package iftoprs.violations.file.ports;

/** A port that opens a file, which is no exception that anybody named. */
public interface ReadsAFile {

  /** Opens it. */
  void open(java.io.File file);
}
