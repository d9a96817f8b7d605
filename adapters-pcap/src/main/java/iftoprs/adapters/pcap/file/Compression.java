package iftoprs.adapters.pcap.file;

/** Ways to compress a file, known by the magic numbers at their start. */
enum Compression {
  NONE(""),
  GZIP("", 0x1f, 0x8b),
  ZSTD("unzstd", 0x28, 0xb5, 0x2f, 0xfd),
  LZ4("unlz4", 0x04, 0x22, 0x4d, 0x18),
  XZ("unxz", 0xfd, '7', 'z', 'X', 'Z', 0),
  BZIP2("bunzip2", 'B', 'Z', 'h');

  static final int LONGEST_MAGIC = 6;

  private final String tool;
  private final int[] magic;

  Compression(String tool, int... magic) {
    this.tool = tool;
    this.magic = magic;
  }

  static Compression of(byte[] start) {
    for (Compression compression : values()) {
      if (compression != NONE && compression.begins(start)) {
        return compression;
      }
    }
    return NONE;
  }

  private boolean begins(byte[] start) {
    if (start.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((start[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** What to do with a file that has to be unpacked by another program first. */
  String advice(String name) {
    return "compressed with %s; unpack it first: %s < %s | iftoprs -r -"
        .formatted(name().toLowerCase(java.util.Locale.ROOT), tool, name);
  }
}
