/** picocli as a named module that {@code jlink} accepts. */
module info.picocli {
  requires static java.sql;

  exports picocli;
}
