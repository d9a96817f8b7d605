package iftoprs.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.flow.Snapshot;
import iftoprs.ports.CaptureDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScanNewsTest {

  private final List<Snapshot> passed = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final ScanNews news = new ScanNews(passed::add, said::add);
  private final Snapshot snapshot = Snapshot.empty(CaptureDevice.named("eth0"), 1);
  private Optional<String> problem = Optional.empty();

  @Test
  void a_problem_is_told_once_and_again_when_it_is_another() {
    news.accept(snapshot);
    news.about(() -> problem);
    news.accept(snapshot);
    problem = Optional.of("lsof not found");
    news.accept(snapshot);
    news.accept(snapshot);
    problem = Optional.empty();
    news.accept(snapshot);
    problem = Optional.of("lsof hangs");
    news.accept(snapshot);
    assertThat(said).containsExactly("no processes: lsof not found", "no processes: lsof hangs");
    assertThat(passed).hasSize(6);
  }
}
