package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.owner.Attribution;
import iftoprs.domain.owner.Attribution.Quality;
import iftoprs.domain.owner.Attribution.Reason;
import iftoprs.domain.screen.GroupKey.Nobody;
import iftoprs.domain.screen.GroupKey.Origin;
import iftoprs.ports.Executable;
import iftoprs.ports.HostNames;
import iftoprs.ports.PackageOwner;
import iftoprs.ports.Publisher;
import iftoprs.ports.Publisher.Basis;
import iftoprs.ports.ServiceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GroupKeyTest {

  private static final Attribution CURL = new Attribution.Owned(7, "curl", Quality.EXACT);

  private static Origin origin(Basis basis, String name) {
    return new Origin(Optional.of(new Publisher(basis, name)));
  }

  @Test
  void publishers_with_a_name_come_before_those_without_and_reasons_behind_all() {
    List<GroupKey> keys =
        new ArrayList<>(
            List.of(
                new Nobody(Reason.KERNEL),
                new Nobody(Reason.FORWARDED),
                new Origin(Optional.empty()),
                origin(Basis.DELETED, ""),
                origin(Basis.UNPACKAGED, ""),
                origin(Basis.RPM, "zsh"),
                origin(Basis.DPKG, "Zebra"),
                origin(Basis.DPKG, "apt")));

    keys.sort(null);

    assertThat(keys)
        .extracting(GroupKey::name)
        .containsExactly(
            "apt",
            "Zebra",
            "zsh",
            "unpackaged",
            "deleted or replaced",
            "being looked up…",
            "forwarded",
            "the kernel");
  }

  @Test
  void every_way_to_have_no_publisher_has_words_of_its_own() {
    assertThat(Stream.of(Basis.values()).map(basis -> origin(basis, "name").name()).distinct())
        .hasSize(Basis.values().length - 3);
  }

  @Test
  void a_publisher_holds_what_is_looked_up_to_it_and_a_reason_only_its_own() {
    PackageOwner packages = executable -> Optional.of(new Publisher(Basis.DPKG, "curl"));

    assertThat(origin(Basis.DPKG, "curl").holds(CURL, packages)).isTrue();
    assertThat(origin(Basis.DPKG, "wget").holds(CURL, packages)).isFalse();
    assertThat(new Nobody(Reason.KERNEL).holds(CURL, packages)).isFalse();
    assertThat(new Nobody(Reason.KERNEL).holds(Attribution.KERNEL, packages)).isTrue();
    assertThat(new Nobody(Reason.KERNEL).holds(Attribution.FORWARDED, packages)).isFalse();
  }

  @Test
  void one_list_asks_about_an_executable_once() {
    List<Executable> asked = new ArrayList<>();
    PackageOwner packages =
        executable -> {
          asked.add(executable);
          return asked.size() == 1
              ? Optional.empty()
              : Optional.of(new Publisher(Basis.DPKG, "late"));
        };
    PackageOwner once = new LookUps(HostNames.NONE, ServiceNames.NONE, packages).once().packages();

    assertThat(once.publisherOf(Executable.UNKNOWN)).isEmpty();
    assertThat(once.publisherOf(Executable.UNKNOWN)).isEmpty();
    assertThat(asked).hasSize(1);
  }
}
