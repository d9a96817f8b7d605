package iftoprs.adapters.pcap;

import iftoprs.adapters.pcap.file.FrameFilter;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.Frame;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which frames of a file are received: all of them, or those that a capture filter lets through.
 *
 * <p>An expression means other bytes in each link type, so there is a program for each, compiled
 * when its first frame is met. One thread.
 */
final class Admission {

  private static final int NO_LINK_TYPE = -1;

  private final Optional<String> expression;
  private final Map<Integer, FrameFilter> filters = new HashMap<>();
  private Optional<FrameFilter> current = Optional.empty();
  private int currentLinkType = NO_LINK_TYPE;

  private Admission(Optional<String> expression) {
    this.expression = expression;
  }

  /** What the options say. */
  static Admission of(CaptureOptions options) {
    return new Admission(options.filter());
  }

  /** Whether every frame is received. */
  boolean isOpen() {
    return expression.isEmpty();
  }

  /**
   * Fails now rather than at the first frame.
   *
   * @param linkType LINKTYPE_ number of the file's first interface
   * @throws CaptureException if the filter cannot be compiled
   */
  void prepare(int linkType) throws CaptureException {
    if (!isOpen()) {
      change(linkType);
    }
  }

  /**
   * Whether a frame is received.
   *
   * @throws CaptureException if the filter does not fit the frame's link type
   */
  boolean admits(Frame frame) throws CaptureException {
    if (isOpen()) {
      return true;
    }
    int linkType = frame.linkType();
    if (linkType != currentLinkType) {
      change(linkType);
    }
    return current
        .orElseThrow()
        .accepts(frame.bytes(), frame.offset(), frame.capturedLength(), frame.wireLength());
  }

  private void change(int linkType) throws CaptureException {
    FrameFilter filter = filters.get(linkType);
    if (filter == null) {
      filter = FilterCompiler.compile(expression.orElseThrow(), linkType);
      filters.put(linkType, filter);
    }
    current = Optional.of(filter);
    currentLinkType = linkType;
  }
}
