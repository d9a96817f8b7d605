package iftoprs.ports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameBatchTest {

  private final FrameBatch batch = new FrameBatch();

  @Test
  void sums_up_its_rows() {
    long[] times = {7, -3, 9, 1};
    for (int i = 0; i < times.length; i++) {
      batch.rows()[i * FrameBatch.STRIDE + FrameBatch.TIME] = times[i];
      batch.rows()[i * FrameBatch.STRIDE + FrameBatch.WIRE] = 60L << 4 * i;
    }
    batch.filled(new byte[0], 3 * FrameBatch.STRIDE);
    assertThat(batch.size()).isEqualTo(3);
    assertThat(batch.oldest()).isEqualTo(-3);
    assertThat(batch.newest()).isEqualTo(9);
    assertThat(batch.wireBytes()).isEqualTo(60L + (60L << 4) + (60L << 8));
  }

  @Test
  void one_frame_is_all_of_it() {
    Frame frame = new Frame().set(1, 42, 1_500, new byte[100], 4, 96);
    batch.filled(new byte[0], 4 * FrameBatch.STRIDE).only(frame);
    assertThat(batch.oldest()).isEqualTo(42);
    assertThat(batch.newest()).isEqualTo(42);
    assertThat(batch.wireBytes()).isEqualTo(1_500);
    assertThat(batch.size()).isEqualTo(1);
  }

  @Test
  void without_rows_there_is_no_time() {
    batch.filled(new byte[0], 0);
    assertThat(batch.oldest()).isEqualTo(Long.MAX_VALUE);
    assertThat(batch.newest()).isEqualTo(Long.MIN_VALUE);
    assertThat(batch.wireBytes()).isZero();
  }
}
