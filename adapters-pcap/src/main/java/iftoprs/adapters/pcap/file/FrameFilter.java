package iftoprs.adapters.pcap.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A classic BPF program run over frames of a file (McCanne and Jacobson, "The BSD Packet Filter",
 * 1993; numbers as in libpcap's {@code pcap/bpf.h}).
 *
 * <p>The program is checked when it is made: jumps stay inside, it ends in a return, scratch cells
 * exist. Only an unconditional jump may go back, which libpcap's {@code protochain} does for each
 * header of a chain; a frame for which that happens more than {@value #MAX_ROUNDS} times is
 * refused, so that running always ends. A load outside the captured bytes refuses the frame, as it
 * does in libpcap. Holds scratch memory, so one thread.
 */
public final class FrameFilter {

  /** Most instructions of a program, as in Linux. */
  static final int MAX_INSTRUCTIONS = 65_536;

  /** Most jumps back for a frame; more headers than a frame of 64 KiB can hold. */
  static final int MAX_ROUNDS = 16_384;

  private static final int CELLS = 16;

  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  // Instruction classes, bits 0-2.
  private static final int LD = 0x00;
  private static final int LDX = 0x01;
  private static final int ST = 0x02;
  private static final int STX = 0x03;
  private static final int ALU = 0x04;
  private static final int JMP = 0x05;
  private static final int RET = 0x06;

  // Sizes, bits 3-4, and addressing modes, bits 5-7, of loads.
  private static final int W = 0x00;
  private static final int H = 0x08;
  private static final int IMM = 0x00;
  private static final int ABS = 0x20;
  private static final int IND = 0x40;
  private static final int MEM = 0x60;
  private static final int LEN = 0x80;

  /** Operand of arithmetic, jumps and returns: the index register instead of the constant. */
  private static final int X = 0x08;

  /** Operand of a return: the accumulator. */
  private static final int A = 0x10;

  private static final long OUTSIDE = -1;

  /** SKF_AD_OFF of {@code linux/filter.h}. */
  private static final int KERNEL_DATA = -0x1000;

  private final int[] codes;
  private final int[] whenTrue;
  private final int[] whenFalse;
  private final int[] constants;
  private final int[] cells = new int[CELLS];

  /**
   * Takes over a program.
   *
   * @param codes operation of each instruction
   * @param whenTrue instructions to skip when a jump's condition holds
   * @param whenFalse instructions to skip when it does not
   * @param constants constant of each instruction
   * @throws IllegalArgumentException if the program could run outside itself or never end
   */
  public FrameFilter(int[] codes, int[] whenTrue, int[] whenFalse, int[] constants) {
    this.codes = codes.clone();
    this.whenTrue = whenTrue.clone();
    this.whenFalse = whenFalse.clone();
    this.constants = constants.clone();
    check();
  }

  private void check() {
    int count = codes.length;
    if (whenTrue.length != count || whenFalse.length != count || constants.length != count) {
      throw new IllegalArgumentException("a filter program with parts of different lengths");
    }
    if (count == 0 || count > MAX_INSTRUCTIONS || (codes[count - 1] & 7) != RET) {
      throw new IllegalArgumentException("a filter program of " + count + " instructions");
    }
    for (int at = 0; at < count; at++) {
      int kind = codes[at] & 7;
      boolean cell =
          kind == ST || kind == STX || (kind == LD || kind == LDX) && (codes[at] & 0xe0) == MEM;
      boolean jumpsOut =
          kind == JMP
              && ((codes[at] & 0xf0) == 0
                  ? constants[at] < -at - 1 || constants[at] >= count - at - 1
                  : Math.max(whenTrue[at], whenFalse[at]) >= count - at - 1);
      if (cell && (constants[at] < 0 || constants[at] >= CELLS) || jumpsOut) {
        throw new IllegalArgumentException("filter instruction " + at + " leads outside");
      }
    }
  }

  /**
   * Whether the program reads what only Linux' kernel knows of a frame, such as its direction:
   * loads from {@code SKF_AD_OFF} on, for which no frame of a file has bytes.
   */
  public boolean asksTheKernel() {
    for (int at = 0; at < codes.length; at++) {
      int load = codes[at] & 0xe7;
      if ((load == (LD | ABS) || load == (LD | IND))
          && Integer.compareUnsigned(constants[at], KERNEL_DATA) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a frame passes.
   *
   * @param bytes buffer that holds it
   * @param offset index of its first byte
   * @param length captured bytes
   * @param wireLength bytes on the wire
   * @return whether the program accepts it
   */
  public boolean accepts(byte[] bytes, int offset, int length, long wireLength) {
    int a = 0;
    int x = 0;
    int rounds = 0;
    int at = 0;
    while (true) {
      int code = codes[at];
      int constant = constants[at];
      at++;
      switch (code & 7) {
        case LD -> {
          long loaded = load(code, constant, x, bytes, offset, length, wireLength);
          if (loaded == OUTSIDE) {
            return false;
          }
          a = (int) loaded;
        }
        case LDX -> {
          long loaded = loadIndex(code, constant, bytes, offset, length, wireLength);
          if (loaded == OUTSIDE) {
            return false;
          }
          x = (int) loaded;
        }
        case ST -> cells[constant] = a;
        case STX -> cells[constant] = x;
        case ALU -> {
          int operand = (code & X) != 0 ? x : constant;
          if (operand == 0 && ((code & 0xf0) == 0x30 || (code & 0xf0) == 0x90)) {
            return false; // division by zero
          }
          a = compute(code & 0xf0, a, operand);
        }
        case JMP -> {
          if ((code & 0xf0) == 0) {
            if (constant < 0 && ++rounds > MAX_ROUNDS) {
              return false;
            }
            at += constant;
          } else {
            int operand = (code & X) != 0 ? x : constant;
            at += holds(code & 0xf0, a, operand) ? whenTrue[at - 1] : whenFalse[at - 1];
          }
        }
        case RET -> {
          return ((code & 0x18) == A ? a : constant) != 0;
        }
        default -> { // MISC: registers
          if ((code & 0x80) != 0) {
            a = x;
          } else {
            x = a;
          }
        }
      }
    }
  }

  private long load(
      int code, int constant, int x, byte[] bytes, int offset, int length, long wireLength) {
    return switch (code & 0xe0) {
      case IMM -> constant & 0xffffffffL;
      case LEN -> wireLength & 0xffffffffL;
      case MEM -> cells[constant] & 0xffffffffL;
      case ABS -> read(code & 0x18, constant & 0xffffffffL, bytes, offset, length);
      case IND ->
          read(code & 0x18, (x & 0xffffffffL) + (constant & 0xffffffffL), bytes, offset, length);
      default -> OUTSIDE;
    };
  }

  private static long read(int size, long from, byte[] bytes, int offset, int length) {
    int width = size == W ? 4 : size == H ? 2 : 1;
    if (from + width > length) {
      return OUTSIDE;
    }
    int at = offset + (int) from;
    return switch (width) {
      case 4 -> (int) INT.get(bytes, at) & 0xffffffffL;
      case 2 -> (short) SHORT.get(bytes, at) & 0xffffL;
      default -> bytes[at] & 0xffL;
    };
  }

  private long loadIndex(
      int code, int constant, byte[] bytes, int offset, int length, long wireLength) {
    return switch (code & 0xe0) {
      case IMM -> constant & 0xffffffffL;
      case LEN -> wireLength & 0xffffffffL;
      case MEM -> cells[constant] & 0xffffffffL;
      case 0xa0 -> { // four times the low nibble: the length of an IPv4 header
        long octet = read(0x10, constant & 0xffffffffL, bytes, offset, length);
        yield octet == OUTSIDE ? OUTSIDE : (octet & 15) << 2;
      }
      default -> OUTSIDE;
    };
  }

  private static int compute(int operation, int a, int operand) {
    return switch (operation) {
      case 0x00 -> a + operand;
      case 0x10 -> a - operand;
      case 0x20 -> a * operand;
      case 0x30 -> Integer.divideUnsigned(a, operand);
      case 0x40 -> a | operand;
      case 0x50 -> a & operand;
      case 0x60 -> operand >>> 5 != 0 ? 0 : a << operand;
      case 0x70 -> operand >>> 5 != 0 ? 0 : a >>> operand;
      case 0x80 -> -a;
      case 0x90 -> Integer.remainderUnsigned(a, operand);
      case 0xa0 -> a ^ operand;
      default -> 0;
    };
  }

  private static boolean holds(int condition, int a, int operand) {
    return switch (condition) {
      case 0x10 -> a == operand;
      case 0x20 -> Integer.compareUnsigned(a, operand) > 0;
      case 0x30 -> Integer.compareUnsigned(a, operand) >= 0;
      case 0x40 -> (a & operand) != 0;
      default -> false;
    };
  }
}
