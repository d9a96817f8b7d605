package iftoprs.adapters.pcap;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The numbers by which the system knows its devices under whatever name: POSIX {@code
 * if_nametoindex} and {@code if_indextoname}.
 *
 * <p>Not {@link java.net.NetworkInterface}, which overlooks devices without an address.
 */
final class InterfaceNumbers {

  /** What has no number: a device that is gone, or one of libpcap's own such as {@code any}. */
  static final int NONE = 0;

  private static final int NAME_SIZE = 256; // IF_NAMESIZE is 16 or less

  private static final MethodHandle NUMBER =
      bind("if_nametoindex", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private static final MethodHandle NAME =
      bind("if_indextoname", FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS));

  private InterfaceNumbers() {}

  private static MethodHandle bind(String name, FunctionDescriptor descriptor) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
  }

  /** Number of a device, or {@link #NONE}. */
  static int of(String name) {
    try (Arena arena = Arena.ofConfined()) {
      return (int) NUMBER.invokeExact(arena.allocateFrom(name));
    } catch (Throwable e) {
      throw new LinkageError("if_nametoindex", e);
    }
  }

  /** Present name of a device, or empty if there is none of that number. */
  static Optional<String> nameOf(int number) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocate(NAME_SIZE);
      MemorySegment found = (MemorySegment) NAME.invokeExact(number, name);
      return found.address() == 0 ? Optional.empty() : Optional.of(name.getString(0));
    } catch (Throwable e) {
      throw new LinkageError("if_indextoname", e);
    }
  }
}
