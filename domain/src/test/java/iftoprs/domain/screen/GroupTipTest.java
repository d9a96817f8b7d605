package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.owner.Attribution.Reason;
import iftoprs.domain.sample.Office;
import iftoprs.domain.screen.TipText.Moment;
import iftoprs.ports.Publisher;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupTipTest {

  private static final Moment MOMENT = new Moment(1, 0, "Neon Sprawl", ZoneOffset.UTC);

  private final Pressed screen = new Pressed(new Office().after(3), Office.lookUps());

  /** Title and lines of the tooltip of the row that is called so. */
  private List<String> told(View tab, String label) {
    screen.press(new Command.ShowTab(tab));
    GroupList list = (GroupList) screen.list();
    int index =
        IntStream.range(0, list.size())
            .filter(i -> list.row(i).key().label().equals(label))
            .findFirst()
            .orElseThrow();
    screen.press(new Command.Select(index), new Command.ExplainRow());
    TipText text = TipText.of(screen.state(), screen.list(), list.snapshot(), MOMENT).orElseThrow();
    List<String> lines = new ArrayList<>(List.of(text.title()));
    for (TipText.Line line : text.lines()) {
      switch (line) {
        case TipText.Fact fact -> lines.add(fact.label() + " " + fact.value());
        case TipText.Figures figures ->
            lines.add(figures.label() + " " + String.join(" ", figures.cells()).strip());
        default -> {}
      }
    }
    return lines;
  }

  @Test
  void a_process_tells_who_runs_what_and_its_figures() {
    assertThat(told(View.PROCESSES, "2210:restic"))
        .startsWith("Process", "Process 2210:restic, user root")
        .contains(
            "Executable /usr/local/bin/restic",
            "Package none, no package has the file",
            "Unit restic-backup.service",
            "Flows 1 of 16")
        .last()
        .asString()
        .startsWith("Command /usr/local/bin/restic --repo");
  }

  @Test
  void the_sums_of_a_group_are_those_of_its_flows() {
    List<String> firefox = told(View.PROCESSES, "4312:firefox");
    GroupList list = (GroupList) screen.list();
    GroupRow row = list.row(list.selected(screen.state()).orElseThrow());

    assertThat(row.flows()).isEqualTo(2);
    assertThat(firefox).contains("Flows 2 of 16");
    assertThat(firefox.stream().filter(line -> line.startsWith("TX+RX")))
        .singleElement()
        .asString()
        .endsWith(" 12");
  }

  @Test
  void a_container_and_what_became_of_the_file_are_told() {
    assertThat(told(View.PROCESSES, "3002:redis-cli"))
        .contains(
            "Executable /usr/local/bin/redis-cli (in a container)",
            "Container docker 3f2a9c41d7e0",
            "Package unknown, it is the container's own");
    screen.press(new Command.Back());
    assertThat(told(View.PROCESSES, "7120:ffmpeg"))
        .contains(
            "Executable /usr/bin/ffmpeg (deleted)",
            "Package unknown, the file is deleted or replaced");
  }

  @Test
  void an_executable_tells_its_processes_and_users() {
    screen.press(new Command.Flip(Toggle.ROLL_UP));

    assertThat(told(View.PROCESSES, "firefox-esr"))
        .contains(
            "Executable",
            "Package firefox-esr (dpkg)",
            "Process 4312:firefox",
            "User alice",
            "Flows 2 of 16");
  }

  @Test
  void a_publisher_tells_its_executables() {
    assertThat(told(View.PUBLISHERS, "openssh-server"))
        .contains(
            "Publisher",
            "Package openssh-server (dpkg)",
            "Executable /usr/sbin/sshd",
            "Process 988:sshd",
            "User root");
  }

  @Test
  void flows_without_a_process_say_why() {
    assertThat(told(View.PROCESSES, "no socket found"))
        .startsWith("No process", "Process none: no socket of this host matches");
  }

  @Test
  void of_many_the_first_few_are_named_and_the_rest_counted() {
    assertThat(OwnerFacts.few(List.of("a", "b", "c", "d"), 2)).isEqualTo("a, b and 2 more");
    assertThat(OwnerFacts.few(List.of("a", "b"), 2)).isEqualTo("a, b");
  }

  @ParameterizedTest
  @EnumSource(Publisher.Basis.class)
  void every_kind_of_publisher_is_told_in_words_of_its_own(Publisher.Basis basis) {
    List<String> others =
        Stream.of(Publisher.Basis.values())
            .filter(other -> other != basis)
            .map(other -> OwnerFacts.words(new Publisher(other, "n")))
            .toList();

    assertThat(OwnerFacts.words(new Publisher(basis, "n\u0007"))).isNotIn(others);
    assertThat(OwnerFacts.words(new Publisher(basis, "n\u0007"))).doesNotContain("\u0007");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void every_reason_for_no_process_is_told_in_words_of_its_own(Reason reason) {
    List<String> others =
        Stream.of(Reason.values())
            .filter(other -> other != reason)
            .map(OwnerFacts::reason)
            .toList();

    assertThat(OwnerFacts.reason(reason)).isNotBlank().isNotIn(others);
  }

  @Test
  void rows_of_processes_tell_their_command() {
    screen.press(new Command.ShowTab(View.PROCESSES));

    assertThat(row("4312:firefox").detail())
        .isEqualTo("/usr/lib/firefox-esr/firefox-esr -P default");
  }

  @Test
  void rows_of_programs_tell_their_path_and_those_of_publishers_their_processes() {
    screen.press(new Command.ShowTab(View.PROCESSES), new Command.Flip(Toggle.ROLL_UP));
    assertThat(row("ffmpeg").detail()).isEqualTo("/usr/bin/ffmpeg (deleted)");
    assertThat(row("no socket found").detail()).isEmpty();
    screen.press(new Command.ShowTab(View.PUBLISHERS));
    assertThat(row("openssh-server").detail()).isEqualTo("sshd");
  }

  private GroupRow row(String label) {
    GroupList list = (GroupList) screen.list();
    return IntStream.range(0, list.size())
        .mapToObj(list::row)
        .filter(row -> row.key().label().equals(label))
        .findFirst()
        .orElseThrow();
  }
}
