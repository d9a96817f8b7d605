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

  static final boolean LINUX = System.getProperty("os.name").startsWith("Linux");

  private static final MethodHandle NUMBER =
      bind("if_nametoindex", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private static final MethodHandle NAME =
      bind("if_indextoname", FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS));
  private static final MethodHandle SOCKET =
      bind("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle IOCTL =
      bind(
          "ioctl",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle CLOSE =
      bind("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private Interfaces() {}

  private static MethodHandle bind(
      String name, FunctionDescriptor descriptor, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor, options);
  }

  /** Number of a device, or {@link #NO_NUMBER}. */
  static int numberOf(String name) {
    try (Arena arena = Arena.ofConfined()) {
      return (int) NUMBER.invokeExact(arena.allocateFrom(name));
    } catch (Throwable e) {
      throw new LinkageError("if_nametoindex", e);
    }
  }

  /** Present name of a device, or empty if there is none of that number. */
  static Optional<String> nameOf(int number) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocate(STRUCT_IFREQ);
      MemorySegment found = (MemorySegment) NAME.invokeExact(number, name);
      return found.address() == 0 ? Optional.empty() : Optional.of(name.getString(0));
    } catch (Throwable e) {
      throw new LinkageError("if_indextoname", e);
    }
  }

  /**
   * Whether a device was set down, or is gone. One without a carrier is neither.
   *
   * <p>Asked on Linux alone, where libpcap keeps it to itself; elsewhere reading fails.
   */
  static boolean isAway(int number) {
    if (!LINUX || number == NO_NUMBER) {
      return false;
    }
    Optional<String> name = nameOf(number);
    return name.isEmpty() || isDown(name.get());
  }

  private static boolean isDown(String name) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment request = arena.allocate(STRUCT_IFREQ, Long.BYTES);
      request.setString(0, name);
      int socket = (int) SOCKET.invokeExact(AF_UNIX, SOCK_DGRAM, 0);
      if (socket < 0) {
        return false;
      }
      int failed = (int) IOCTL.invokeExact(socket, SIOCGIFFLAGS, request);
      int closed = (int) CLOSE.invokeExact(socket);
      return failed + closed == 0 && (request.get(JAVA_SHORT, NAME_SIZE) & IFF_UP) == 0;
    } catch (Throwable e) {
      throw new LinkageError("ioctl", e);
    }
  }
}
