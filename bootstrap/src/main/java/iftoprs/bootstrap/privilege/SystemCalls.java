package iftoprs.bootstrap.privilege;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The few functions of the C library that change ids and capabilities.
 *
 * <p>All are called in one shape, five longs that make an int: on 64-bit Linux a register takes an
 * int, a long or an address alike, and a callee leaves alone what it does not expect. Each further
 * shape would cost every start some milliseconds.
 */
final class SystemCalls {

  private static final Linker LINKER = Linker.nativeLinker();
  private static final FunctionDescriptor SHAPE =
      FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

  private static final MethodHandle PRCTL = bind("prctl");
  private static final MethodHandle CAPGET = bind("capget");
  private static final MethodHandle CAPSET = bind("capset");
  private static final MethodHandle SETGROUPS = bind("setgroups");
  private static final MethodHandle SETRESGID = bind("setresgid");
  private static final MethodHandle SETRESUID = bind("setresuid");
  private static final MethodHandle GETGROUPLIST = bind("getgrouplist");

  // linux/prctl.h
  private static final int PR_GET_DUMPABLE = 3;
  private static final int PR_SET_KEEPCAPS = 8;
  private static final int PR_CAPBSET_DROP = 24;
  private static final int PR_SET_NO_NEW_PRIVS = 38;
  private static final int PR_CAP_AMBIENT = 47;
  private static final int PR_CAP_AMBIENT_RAISE = 2;

  // linux/capability.h: a header of two ints; two times effective, permitted, inheritable
  private static final int VERSION_3 = 0x20080522;
  private static final int HEADER_BYTES = 8;
  private static final int SET_INTS = 3;
  private static final int EFFECTIVE = 0;
  private static final int PERMITTED = 1;
  private static final int INHERITABLE = 2;

  private static final int MAX_GROUPS = 1 << 16; // NGROUPS_MAX
  private static final int CAPABILITIES = 64;

  private SystemCalls() {}

  private static MethodHandle bind(String name) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), SHAPE);
  }

  private static int call(
      MethodHandle function, long first, long second, long third, long fourth, long fifth) {
    try {
      return (int) function.invokeExact(first, second, third, fourth, fifth);
    } catch (Throwable e) {
      throw new LinkageError("a function of the C library", e);
    }
  }

  private static void need(int result, String call) throws PrivilegeException {
    if (result != 0) {
      throw PrivilegeException.refused(call, "not permitted here");
    }
  }

  /** Binds all functions, which takes some milliseconds. */
  static void prepare() {
    call(PRCTL, PR_GET_DUMPABLE, 0, 0, 0, 0);
  }

  /** The calling thread: its permitted capabilities outlast a change of the user id. */
  static void keepCapabilities(boolean kept) throws PrivilegeException {
    need(call(PRCTL, PR_SET_KEEPCAPS, kept ? 1 : 0, 0, 0, 0), "PR_SET_KEEPCAPS");
  }

  /** The calling thread and what it starts: no program gives them more than they have. */
  static void noNewPrivileges() throws PrivilegeException {
    need(call(PRCTL, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "PR_SET_NO_NEW_PRIVS");
  }

  /**
   * The calling thread: no program that it starts has more than these, not even one that root
   * starts. Without the right to do so there is nothing that root could gain.
   */
  static void bound(long capabilities) {
    for (int number = 0; number < CAPABILITIES; number++) {
      if ((capabilities & 1L << number) == 0
          && call(PRCTL, PR_CAPBSET_DROP, number, 0, 0, 0) != 0) {
        return; // the kernel knows no more of them, or does not permit it
      }
    }
  }

  /**
   * The calling thread: has these from now on as far as it had them before, and no others.
   *
   * @param handedOn the part of them that programs get which it starts
   */
  static void keepOnly(long capabilities, long handedOn) throws PrivilegeException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment header = arena.allocate(HEADER_BYTES, Integer.BYTES);
      MemorySegment sets = arena.allocate(2L * SET_INTS * Integer.BYTES, Integer.BYTES);
      // Copied whole: an accessor for each int would cost a start more than all of these calls.
      MemorySegment.copy(new int[] {VERSION_3, 0}, 0, header, JAVA_INT, 0, 2);
      need(call(CAPGET, header.address(), sets.address(), 0, 0, 0), "capget");
      int[] set = new int[2 * SET_INTS];
      MemorySegment.copy(sets, JAVA_INT, 0, set, 0, set.length);
      long inherited = 0;
      for (int half = 0; half < 2; half++) {
        int at = half * SET_INTS;
        int kept = set[at + PERMITTED] & (int) (capabilities >>> Integer.SIZE * half);
        int passed = kept & (int) (handedOn >>> Integer.SIZE * half);
        set[at + EFFECTIVE] = kept;
        set[at + PERMITTED] = kept;
        set[at + INHERITABLE] = passed;
        inherited |= Integer.toUnsignedLong(passed) << Integer.SIZE * half;
      }
      MemorySegment.copy(set, 0, sets, JAVA_INT, 0, set.length);
      need(call(CAPSET, header.address(), sets.address(), 0, 0, 0), "capset");
      for (long left = inherited; left != 0; left &= left - 1) {
        int number = Long.numberOfTrailingZeros(left);
        need(
            call(PRCTL, PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, number, 0, 0),
            "PR_CAP_AMBIENT_RAISE");
      }
    }
  }

  /** Every thread of the process becomes that user, with that user's groups, for good. */
  static void become(Account account) throws PrivilegeException {
    long user = account.user();
    long group = account.group();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment count = arena.allocate(JAVA_INT);
      MemorySegment groups = arena.allocate(JAVA_INT, MAX_GROUPS);
      count.set(JAVA_INT, 0, MAX_GROUPS);
      MemorySegment name = arena.allocateFrom(account.name());
      if (call(GETGROUPLIST, name.address(), group, groups.address(), count.address(), 0) < 0) {
        throw PrivilegeException.refused("getgrouplist", "too many groups");
      }
      need(call(SETGROUPS, count.get(JAVA_INT, 0), groups.address(), 0, 0, 0), "setgroups");
    }
    need(call(SETRESGID, group, group, group, 0, 0), "setresgid");
    need(call(SETRESUID, user, user, user, 0, 0), "setresuid");
  }
}
