package iftoprs.adapters.pcap;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
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
      socket = Platform.LINUX ? Functions.listen() : NONE;
      return true;
    }
    if (socket == NONE) {
      return true;
    }
    int read = 0;
    while (read < MOST && Functions.read(socket, message) > 0) {
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

    private static final MethodHandle SOCKET = NativeCall.bind("socket");
    private static final MethodHandle BIND = NativeCall.bind("bind");
    private static final MethodHandle READ = NativeCall.bind("read");
    private static final MethodHandle CLOSE = NativeCall.bind("close");

    static int listen() {
      int kind = SOCK_RAW | SOCK_NONBLOCK | SOCK_CLOEXEC;
      int socket = NativeCall.call(SOCKET, AF_NETLINK, kind, NETLINK_ROUTE);
      if (socket < 0) {
        return NONE;
      }
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment address = arena.allocate(SOCKADDR_NL, Integer.BYTES);
        address.set(JAVA_INT, 0, AF_NETLINK); // a short, and two bytes that are none
        address.set(JAVA_INT, GROUPS, RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR);
        if (NativeCall.call(BIND, socket, address.address(), SOCKADDR_NL) != 0) {
          close(socket);
          return NONE;
        }
        return socket;
      }
    }

    static int read(int socket, MemorySegment into) {
      return NativeCall.call(READ, socket, into.address(), MESSAGE);
    }

    static void close(int socket) {
      NativeCall.call(CLOSE, socket, 0, 0);
    }
  }
}
