package iftoprs.adapters.pcap.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers of 16, 32 and 64 bits in a byte array, in either byte order. */
final class Words {

  // Static and final, or the just-in-time compiler does not fold them into a plain load.
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Words() {}

  static int uint16(byte[] bytes, int at, boolean bigEndian) {
    short value = (short) SHORT.get(bytes, at);
    return (bigEndian ? Short.reverseBytes(value) : value) & 0xffff;
  }

  static int int32(byte[] bytes, int at, boolean bigEndian) {
    int value = (int) INT.get(bytes, at);
    return bigEndian ? Integer.reverseBytes(value) : value;
  }

  static long uint32(byte[] bytes, int at, boolean bigEndian) {
    return int32(bytes, at, bigEndian) & 0xffff_ffffL;
  }

  static long littleEndian64(byte[] bytes, int at) {
    return (long) LONG.get(bytes, at);
  }

  static long int64(byte[] bytes, int at, boolean bigEndian) {
    long value = (long) LONG.get(bytes, at);
    return bigEndian ? Long.reverseBytes(value) : value;
  }
}
