package iftoprs.adapters.lsof;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import iftoprs.adapters.lsof.DiagMessages.Progress;
import iftoprs.adapters.lsof.ProcNet.Line;
import iftoprs.ports.Transport;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Asks Linux for its sockets by netlink (sock_diag(7)), which needs no privilege.
 *
 * <p>With 2,000 sockets that takes a third of the time that the text in {@code /proc/net} takes,
 * before any of it is parsed. A kernel that cannot is asked once; where the function interface
 * cannot be had nothing is. One thread at a time; never waits: the kernel has the next part ready
 * when it has given one.
 */
final class SocketDiag implements SocketDump {

  private static final int AF_NETLINK = 16;
  private static final int SOCK_RAW_CLOEXEC = 3 | 0x80000;
  private static final int NETLINK_SOCK_DIAG = 4;
  private static final int MSG_DONTWAIT = 0x40;

  /** The kernel fills at most so much at a time. */
  private static final int BUFFER = 1 << 15;

  /** What the kernel cannot list: it may have one half of this as a module that it lacks. */
  private final Set<Transport> refused = new HashSet<>();

  private final Map<Transport, DiagAnswer> answers = new HashMap<>();

  @Override
  public boolean list(Transport transport, Consumer<Line> sockets) {
    if (refused.contains(transport)) {
      return false;
    }
    DiagAnswer answer = answers.computeIfAbsent(transport, DiagAnswer::new);
    answer.begin();
    boolean listed;
    try {
      listed = ask(transport, answer);
    } catch (LinkageError | RuntimeException e) {
      // Without the function interface (no native access, an unknown machine) the text still tells.
      listed = false;
    }
    if (listed) {
      answer.sockets().forEach(sockets);
    } else {
      refused.add(transport);
    }
    return listed;
  }

  private static boolean ask(Transport transport, DiagAnswer answer) {
    List<byte[]> questions =
        transport.equals(Transport.TCP)
            ? List.of(DiagMessages.askForTcp())
            : List.of(DiagMessages.ask(transport, false), DiagMessages.ask(transport, true));
    int netlink = Calls.socket(AF_NETLINK, SOCK_RAW_CLOEXEC, NETLINK_SOCK_DIAG);
    if (netlink < 0) {
      return false;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment buffer = arena.allocate(BUFFER, Integer.BYTES);
      for (byte[] question : questions) {
        if (!ask(netlink, buffer, question, answer)) {
          return false;
        }
      }
      return true;
    } finally {
      Calls.close(netlink);
    }
  }

  private static boolean ask(
      int netlink, MemorySegment buffer, byte[] question, DiagAnswer answer) {
    MemorySegment.copy(MemorySegment.ofArray(question), 0, buffer, 0, question.length);
    if (Calls.send(netlink, buffer, question.length) != question.length) {
      return false;
    }
    ByteBuffer datagram = buffer.asByteBuffer();
    Progress progress = Progress.MORE;
    while (progress == Progress.MORE) {
      int length = Calls.receive(netlink, buffer);
      if (length <= 0) {
        return false;
      }
      progress = DiagMessages.read(datagram.limit(length), answer);
    }
    return progress == Progress.DONE;
  }

  /**
   * The few functions of the C library, bound when first used.
   *
   * <p>All are called in one shape, five longs that make an int, as all others of this program: on
   * 64-bit Linux a register takes an int, a long or an address alike, a callee leaves alone what it
   * does not expect, and no result is larger than the buffer. Each further shape would cost every
   * start some milliseconds.
   */
  private static final class Calls {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final FunctionDescriptor SHAPE =
        FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private static final MethodHandle SOCKET = bind("socket");
    private static final MethodHandle SEND = bind("send");
    private static final MethodHandle RECEIVE = bind("recv");
    private static final MethodHandle CLOSE = bind("close");

    private static MethodHandle bind(String name) {
      return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), SHAPE);
    }

    private static int call(
        MethodHandle function, long first, long second, long third, long fourth) {
      try {
        return (int) function.invokeExact(first, second, third, fourth, 0L);
      } catch (Throwable e) {
        throw new LinkageError("a function of the C library", e);
      }
    }

    static int socket(int family, int type, int protocol) {
      return call(SOCKET, family, type, protocol, 0);
    }

    static int send(int socket, MemorySegment data, int length) {
      return call(SEND, socket, data.address(), length, MSG_DONTWAIT);
    }

    static int receive(int socket, MemorySegment buffer) {
      return call(RECEIVE, socket, buffer.address(), buffer.byteSize(), MSG_DONTWAIT);
    }

    static void close(int descriptor) {
      call(CLOSE, descriptor, 0, 0, 0);
    }
  }
}
