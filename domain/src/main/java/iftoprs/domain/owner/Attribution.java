package iftoprs.domain.owner;

import iftoprs.ports.ProcessFacts;
import java.util.List;
import java.util.Locale;

/**
 * The owner of a flow with the quality of that knowledge, or the reason why there is none.
 *
 * <p>A wrong program is worse than none: whoever matches a flow prefers {@link Unowned}.
 */
public sealed interface Attribution {

  /** How sure an owner is, the surest first. */
  enum Quality {
    /** An open socket with the flow's own five values. */
    EXACT,
    /** An open socket at the flow's local address and port that is connected to nobody. */
    LOCAL,
    /** The same, bound to every address of this host. */
    LISTENER,
    /** A socket that was open while the flow lived and has been closed since. */
    RECENT
  }

  /** Why a flow has no owner. */
  enum Reason {
    /** Neither end is an address of this host. */
    FORWARDED,
    /** One end is a group, which no single socket stands for. */
    MULTICAST,
    /** No socket of this host matches it, so far. */
    NO_SOCKET,
    /** Its socket is held by a process that may not be looked into, or could be. */
    NO_PERMISSION,
    /** Its local end is another host; this host is only the far end. */
    NOT_LOCAL,
    /** The kernel itself speaks here. */
    KERNEL,
    /** It was over before anybody could look. */
    TOO_SHORT,
    /** The capture comes from a file. */
    OFFLINE,
    /** Process look-up is switched off. */
    DISABLED
  }

  /**
   * A process that holds a socket.
   *
   * @param pid process id
   * @param process its name
   */
  record Holder(int pid, String process) {}

  /**
   * A process owns the flow.
   *
   * @param pid process id; of several holders, of the one that has a connection, else the eldest
   * @param process name of the process
   * @param quality how we know
   * @param others who else holds such a socket (SO_REUSEPORT, inherited descriptors)
   * @param facts what else is known of the process
   */
  record Owned(int pid, String process, Quality quality, List<Holder> others, ProcessFacts facts)
      implements Attribution {

    /** Copies the list. */
    public Owned {
      others = List.copyOf(others);
    }

    /**
     * A sole owner.
     *
     * @param pid process id
     * @param process name of the process
     * @param quality how we know
     */
    public Owned(int pid, String process, Quality quality) {
      this(pid, process, quality, List.of());
    }

    /**
     * An owner of whom no more is known than a name.
     *
     * @param pid process id
     * @param process name of the process
     * @param quality how we know
     * @param others who else holds such a socket
     */
    public Owned(int pid, String process, Quality quality, List<Holder> others) {
      this(pid, process, quality, others, ProcessFacts.UNKNOWN);
    }
  }

  /**
   * No process is known to own the flow.
   *
   * @param reason why
   */
  record Unowned(Reason reason) implements Attribution {}

  /** No socket matches. */
  Attribution NO_SOCKET = new Unowned(Reason.NO_SOCKET);

  /** Neither end is of this host. */
  Attribution FORWARDED = new Unowned(Reason.FORWARDED);

  /** A group. */
  Attribution MULTICAST = new Unowned(Reason.MULTICAST);

  /** A holder that may not be seen. */
  Attribution NO_PERMISSION = new Unowned(Reason.NO_PERMISSION);

  /** Another host's. */
  Attribution NOT_LOCAL = new Unowned(Reason.NOT_LOCAL);

  /** The kernel's own. */
  Attribution KERNEL = new Unowned(Reason.KERNEL);

  /** Over too soon. */
  Attribution TOO_SHORT = new Unowned(Reason.TOO_SHORT);

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
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
