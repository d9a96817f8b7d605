/** JNA as a named module that {@code jlink} accepts; native libraries come from the image. */
module com.sun.jna {
  requires static java.desktop;
  requires java.logging;

  exports com.sun.jna;
  exports com.sun.jna.internal;
  exports com.sun.jna.ptr;
  exports com.sun.jna.win32;
}
