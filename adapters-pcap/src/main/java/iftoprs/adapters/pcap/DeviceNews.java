package iftoprs.adapters.pcap;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Whether a device or an address may have changed, without listing them all, which takes 25 ms.
 *
 * <p>Linux tells it on a socket of its own, without any privilege (rtnetlink(7)). Where that does
 * not work the answer is always that there may be news. One thread at a time.
 */
final class DeviceNews {

  private static final int AF_NETLINK = 16;
  private static final int SOCK_RAW = 3;
  private static final int SOCK_NONBLOCK = 0x800;
  private static final int SOCK_CLOEXEC = 0x80000;
  private static final int NETLINK_ROUTE = 0;
  private static final int RTMGRP_LINK = 0x1;
  private static final int RTMGRP_IPV4_IFADDR = 0x10;
  private static final int RTMGRP_IPV6_IFADDR = 0x100;
  private static final int SOCKADDR_NL = 12;
  private static final int GROUPS = 8;

  /** More than a message of the kernel takes; what is cut off is not read anyway. */
  private static final int MESSAGE = 8192;

  /** Messages read at once; a rest is news the next time. */
  private static final int MOST = 64;

  private static final int NONE = -1;
  private static final int NOT_ASKED = -2;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment message = arena.allocate(MESSAGE);
  private int socket = NOT_ASKED;

  /**
   * Whether anything may have changed since the last call. The first one listens from then on and
   * says yes: binding functions takes time that no start has, and what came before is not known.
   */
  boolean any() {
    if (socket == NOT_ASKED) {
      socket = Interfaces.LINUX ? Functions.listen() : NONE;
      return true;
    }
    if (socket == NONE) {
      return true;
    }
    int read = 0;
    while (read < MOST && Functions.receive(socket, message) > 0) {
      read++;
    }
    return read > 0;
  }

  /** Ends it; once. */
  void close() {
    if (socket >= 0) {
      Functions.close(socket);
      socket = NONE;
    }
    arena.close();
  }

  /** Bound when first used, which is on Linux. */
  private static final class Functions {

    private static final MethodHandle SOCKET =
        bind("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle BIND =
        bind("bind", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle RECEIVE =
        bind("recv", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle CLOSE =
        bind("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private static MethodHandle bind(String name, FunctionDescriptor descriptor) {
      Linker linker = Linker.nativeLinker();
      return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
    }

    static int listen() {
      try (Arena arena = Arena.ofConfined()) {
        int kind = SOCK_RAW | SOCK_NONBLOCK | SOCK_CLOEXEC;
        int socket = (int) SOCKET.invokeExact(AF_NETLINK, kind, NETLINK_ROUTE);
        if (socket < 0) {
          return NONE;
        }
        MemorySegment address = arena.allocate(SOCKADDR_NL, Integer.BYTES);
        address.set(JAVA_SHORT, 0, (short) AF_NETLINK);
        address.set(JAVA_INT, GROUPS, RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR);
        if ((int) BIND.invokeExact(socket, address, SOCKADDR_NL) != 0) {
          close(socket);
          return NONE;
        }
        return socket;
      } catch (Throwable e) {
        throw new LinkageError("rtnetlink", e);
      }
    }

    static long receive(int socket, MemorySegment into) {
      try {
        return (long) RECEIVE.invokeExact(socket, into, (long) MESSAGE, 0);
      } catch (Throwable e) {
        throw new LinkageError("recv", e);
      }
    }

    static void close(int socket) {
      try {
        int ignored = (int) CLOSE.invokeExact(socket);
      } catch (Throwable e) {
        throw new LinkageError("close", e);
      }
    }
  }
}
