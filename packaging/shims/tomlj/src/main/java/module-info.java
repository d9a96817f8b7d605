/** tomlj and the ANTLR runtime inside it as a named module that {@code jlink} accepts. */
module org.tomlj {
  exports org.tomlj;
}
