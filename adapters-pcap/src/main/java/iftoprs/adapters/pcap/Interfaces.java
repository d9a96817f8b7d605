package iftoprs.adapters.pcap;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * What the C library tells of network devices: the number by which the system knows one under
 * whatever name (POSIX {@code if_nametoindex}), and whether it was set down (netdevice(7)).
 *
 * <p>Not {@link java.net.NetworkInterface}, which overlooks devices without an address.
 */
final class Interfaces {

  /** What has no number: a device that is gone, or one of libpcap's own such as {@code any}. */
  static final int NO_NUMBER = 0;

  private static final int STRUCT_IFREQ = 40;
  private static final int NAME_SIZE = 16; // IFNAMSIZ, the terminating 0 included
  private static final long SIOCGIFFLAGS = 0x8913;
  private static final int IFF_UP = 1;
  private static final int AF_UNIX = 1; // any socket will do, and this kind is always there
  private static final int SOCK_DGRAM = 2;

  private static final MethodHandle NUMBER = NativeCall.bind("if_nametoindex");
  private static final MethodHandle NAME = NativeCall.bind("if_indextoname");
  private static final MethodHandle SOCKET = NativeCall.bind("socket");
  private static final MethodHandle IOCTL = NativeCall.bind("ioctl");
  private static final MethodHandle CLOSE = NativeCall.bind("close");

  private Interfaces() {}

  /** Number of a device, or {@link #NO_NUMBER}. */
  static int numberOf(String name) {
    try (Arena arena = Arena.ofConfined()) {
      return NativeCall.call(NUMBER, arena.allocateFrom(name).address(), 0, 0);
    }
  }

  /** Present name of a device, or empty if there is none of that number. */
  static Optional<String> nameOf(int number) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment space = arena.allocate(STRUCT_IFREQ);
      NativeCall.call(NAME, number, space.address(), 0);
      String name = space.getString(0);
      return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
  }

  /**
   * Whether a device was set down, or is gone. One without a carrier is neither.
   *
   * <p>Asked on Linux alone, where libpcap keeps it to itself; elsewhere reading fails.
   */
  static boolean isAway(int number) {
    if (!Platform.LINUX || number == NO_NUMBER) {
      return false;
    }
    Optional<String> name = nameOf(number);
    return name.isEmpty() || isDown(name.get());
  }

  private static boolean isDown(String name) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment request = arena.allocate(STRUCT_IFREQ, Long.BYTES);
      request.setString(0, name);
      int socket = NativeCall.call(SOCKET, AF_UNIX, SOCK_DGRAM, 0);
      if (socket < 0) {
        return false;
      }
      int failed = NativeCall.call(IOCTL, socket, SIOCGIFFLAGS, request.address());
      int closed = NativeCall.call(CLOSE, socket, 0, 0);
      return failed + closed == 0 && (request.get(JAVA_INT, NAME_SIZE) & IFF_UP) == 0;
    }
  }
}
