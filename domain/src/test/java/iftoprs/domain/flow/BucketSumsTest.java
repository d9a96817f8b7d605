package iftoprs.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.flow.Unaccounted.EtherTypeSum;
import org.junit.jupiter.api.Test;

class BucketSumsTest {

  private final BucketSums sums = new BucketSums();

  @Test
  void tells_frames_without_ip_apart_by_their_ether_type() {
    sums.addOther(0x88cc, 100);
    sums.addOther(0, 60);
    sums.addOther(0x88cc, 50);
    Unaccounted bucket = sums.toList().getFirst();
    assertThat(bucket.bytes()).isEqualTo(210);
    assertThat(bucket.etherTypes())
        .containsExactly(new EtherTypeSum(0, 1, 60), new EtherTypeSum(0x88cc, 2, 150));
  }

  @Test
  void sums_ether_types_beyond_the_bound_in_one() {
    for (int round = 0; round < 2; round++) {
      for (int type = 0; type < 1_000; type++) {
        sums.addOther(0x9000 + type, 10);
      }
    }
    Unaccounted bucket = sums.toList().getFirst();
    assertThat(bucket.etherTypes()).hasSize(BucketSums.MOST_ETHER_TYPES + 1);
    assertThat(bucket.etherTypes().getLast())
        .isEqualTo(new EtherTypeSum(0xffff, 2 * (1_000 - 32), 20 * (1_000 - 32)));
    assertThat(bucket.etherTypes().stream().mapToLong(EtherTypeSum::bytes).sum())
        .isEqualTo(bucket.bytes());
  }

  @Test
  void names_no_ether_type_in_other_buckets() {
    sums.add(Bucket.TRUNCATED, 60);
    assertThat(sums.toList().getFirst().etherTypes()).isEmpty();
  }
}
