package iftoprs.adapters.packages;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.Executable;
import iftoprs.ports.Executable.Place;
import iftoprs.ports.Publisher;
import iftoprs.ports.Publisher.Basis;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SystemPackagesTest {

  private final List<String> asked = new ArrayList<>();
  private final Queue<Runnable> tasks = new ArrayDeque<>();

  private final PackageTool tool =
      path -> {
        asked.add(path);
        return path.startsWith("/usr/")
            ? Optional.of(new Publisher(Basis.DPKG, "pkg"))
            : Optional.empty();
      };

  private SystemPackages packages(PackageTool... tools) {
    return new SystemPackages(() -> List.of(tools), tasks::add);
  }

  private void runTasks() {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  private static Executable file(String path, String identity) {
    return new Executable(path, Place.HERE, identity);
  }

  @Test
  void a_question_never_waits_and_is_asked_once() {
    SystemPackages packages = packages(tool);
    assertThat(packages.publisherOf(file("/usr/bin/a", "1"))).isEmpty();
    assertThat(packages.publisherOf(file("/usr/bin/a", "1"))).isEmpty();
    assertThat(packages.publisherOf(file("/opt/b", "2"))).isEmpty();
    assertThat(asked).isEmpty();
    runTasks();
    assertThat(packages.publisherOf(file("/usr/bin/a", "1")))
        .contains(new Publisher(Basis.DPKG, "pkg"));
    assertThat(packages.publisherOf(file("/opt/b", "2")))
        .contains(Publisher.nobody(Basis.UNPACKAGED));
    assertThat(asked).containsExactly("/usr/bin/a", "/opt/b");
  }

  @Test
  void a_file_that_has_changed_is_asked_for_again() {
    SystemPackages packages = packages(tool);
    packages.publisherOf(file("/usr/bin/a", "1"));
    packages.publisherOf(file("/usr/bin/a", "2"));
    runTasks();
    assertThat(asked).containsExactly("/usr/bin/a", "/usr/bin/a");
  }

  @Test
  void files_that_no_package_can_have_are_named_as_such_without_asking() {
    SystemPackages packages = packages(tool);
    assertThat(packages.publisherOf(new Executable("/usr/bin/a", Place.DELETED, "")))
        .contains(Publisher.nobody(Basis.DELETED));
    assertThat(packages.publisherOf(new Executable("/usr/bin/a", Place.ELSEWHERE, "")))
        .contains(Publisher.nobody(Basis.CONTAINER));
    assertThat(packages.publisherOf(Executable.UNKNOWN)).contains(Publisher.nobody(Basis.UNSEEN));
    runTasks();
    assertThat(asked).isEmpty();
  }

  @Test
  void a_tool_that_fails_does_not_keep_the_next_from_answering() {
    PackageTool broken =
        path -> {
          throw new IOException("locked");
        };
    SystemPackages packages = packages(broken, tool);
    packages.publisherOf(file("/usr/bin/a", "1"));
    packages.publisherOf(file("/opt/b", "1"));
    runTasks();
    assertThat(packages.publisherOf(file("/usr/bin/a", "1")).map(Publisher::name)).contains("pkg");
    assertThat(packages.publisherOf(file("/opt/b", "1"))).contains(Publisher.nobody(Basis.UNKNOWN));
  }

  @Test
  void without_a_package_manager_nobody_is_known() {
    SystemPackages packages = packages();
    packages.publisherOf(file("/usr/bin/a", "1"));
    runTasks();
    assertThat(packages.publisherOf(file("/usr/bin/a", "1")))
        .contains(Publisher.nobody(Basis.UNKNOWN));
  }

  @Test
  void memory_and_queue_are_bounded_and_what_did_not_fit_is_asked_later() {
    SystemPackages packages = packages(tool);
    for (int i = 0; i < 1_000; i++) {
      packages.publisherOf(file("/usr/bin/" + i, "1"));
    }
    runTasks();
    assertThat(asked).hasSize(SystemPackages.MAX_WAITING);
    assertThat(packages.publisherOf(file("/usr/bin/999", "1"))).isEmpty();
    runTasks();
    assertThat(packages.publisherOf(file("/usr/bin/999", "1"))).isPresent();
  }

  @Test
  void closed_it_asks_nothing_more() {
    SystemPackages packages = packages(tool);
    packages.publisherOf(file("/usr/bin/a", "1"));
    packages.close();
    packages.publisherOf(file("/usr/bin/b", "1"));
    runTasks();
    assertThat(asked).isEmpty();
  }
}
