package iftoprs.domain.owner;

/**
 * The owner of a flow with the quality of that knowledge, or the reason why there is none.
 *
 * <p>A wrong program is worse than none: whoever matches a flow prefers {@link Unowned}.
 */
public sealed interface Attribution {

  /** How sure an owner is. */
  enum Quality {
    /** A socket with the flow's own five values. */
    EXACT
  }

  /** Why a flow has no owner. */
  enum Reason {
    /** No socket of this host matches it, so far. */
    NO_SOCKET,
    /** The capture comes from a file. */
    OFFLINE,
    /** Process look-up is switched off. */
    DISABLED
  }

  /**
   * A process owns the flow.
   *
   * @param pid process id
   * @param process name of the process
   * @param quality how we know
   */
  record Owned(int pid, String process, Quality quality) implements Attribution {}

  /**
   * No process is known to own the flow.
   *
   * @param reason why
   */
  record Unowned(Reason reason) implements Attribution {}

  /** No socket matches. */
  Attribution NO_SOCKET = new Unowned(Reason.NO_SOCKET);

  /** A capture file has no processes. */
  Attribution OFFLINE = new Unowned(Reason.OFFLINE);

  /** Nobody looks. */
  Attribution DISABLED = new Unowned(Reason.DISABLED);

  /** The quality or reason in the stream's spelling, such as {@code exact} or {@code no-socket}. */
  default String word() {
    Enum<?> value =
        switch (this) {
          case Owned owned -> owned.quality();
          case Unowned unowned -> unowned.reason();
        };
    return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
