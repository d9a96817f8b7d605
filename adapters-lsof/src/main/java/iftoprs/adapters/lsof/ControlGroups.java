package iftoprs.adapters.lsof;

import iftoprs.ports.ProcessFacts.Container;
import iftoprs.ports.ProcessFacts.ControlGroup;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code /proc/PID/cgroup} (cgroups(7)): the container and the systemd unit of a process.
 *
 * <p>Runtimes only agree to put a process into a group that bears its container's id; these are the
 * forms of Docker, Podman, the Kubernetes runtimes, containerd, LXC and systemd-nspawn, with the
 * drivers {@code systemd} and {@code cgroupfs}. What watches a container from outside, such as
 * conmon, is not in it.
 */
final class ControlGroups {

  private static final int MAX_NAME = 128;
  private static final String ID = "([0-9a-f]{64})";

  /** A form of path; its last group is the id. */
  private record Form(String runtime, Pattern path) {

    Form(String runtime, String expression) {
      this(runtime, Pattern.compile(expression));
    }
  }

  /** The first that is found counts: pods before the runtime that Kubernetes lets run them. */
  private static final List<Form> FORMS =
      List.of(
          new Form("kubernetes", "kubepods.*/(?:[a-z-]+-)?" + ID + "(?:\\.scope)?(?:/|$)"),
          new Form("podman", "/libpod-" + ID + "(?:\\.scope)?(?:/|$)"),
          new Form("docker", "/docker-" + ID + "\\.scope(?:/|$)"),
          new Form("docker", "/docker/" + ID + "(?:/|$)"),
          new Form("containerd", "/(?:nerdctl|cri-containerd)-" + ID + "\\.scope(?:/|$)"),
          new Form("cri-o", "/crio-" + ID + "(?:\\.scope)?(?:/|$)"),
          new Form("lxc", "/lxc\\.payload[./]([^/]+)(?:/|$)"),
          new Form("lxc", "^/lxc/([^/]+)(?:/|$)"),
          new Form("nspawn", "/systemd-nspawn@([^/]+)\\.service(?:/|$)"));

  private static final Pattern UNIT = Pattern.compile("/([^/]+\\.(?:service|scope))(?=/|$)");

  private ControlGroups() {}

  static ControlGroup parse(String text) {
    List<String> paths = paths(text);
    Optional<Container> container = container(paths);
    return new ControlGroup(
        container.map(it -> new Container(it.runtime(), readable(it.id()))),
        paths.stream()
            .map(path -> unit(path, container))
            .flatMap(Optional::stream)
            .findFirst()
            .map(ControlGroups::readable));
  }

  /**
   * The paths of a process, first the one that systemd keeps: of the unified hierarchy or, before
   * it, of the one named {@code systemd}.
   */
  private static List<String> paths(String text) {
    List<String> first = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String line : text.split("\n")) {
      String[] fields = line.split(":", 3);
      if (fields.length == 3 && fields[2].startsWith("/")) {
        boolean systemd = fields[1].isEmpty() || fields[1].equals("name=systemd");
        (systemd ? first : others).add(fields[2]);
      }
    }
    first.addAll(others);
    return first;
  }

  private static Optional<Container> container(List<String> paths) {
    for (String path : paths) {
      for (Form form : FORMS) {
        Matcher matcher = form.path.matcher(path);
        if (matcher.find()) {
          return Optional.of(new Container(form.runtime, matcher.group(1)));
        }
      }
    }
    return Optional.empty();
  }

  /** The deepest unit of a path, unless it is only the shell around the container. */
  private static Optional<String> unit(String path, Optional<Container> container) {
    Optional<String> deepest = Optional.empty();
    Matcher matcher = UNIT.matcher(path);
    while (matcher.find()) {
      deepest = Optional.of(matcher.group(1));
    }
    return deepest.filter(
        unit -> container.isEmpty() || !path.contains(container.get().id()) || isInside(unit));
  }

  /** A container that runs systemd has units of its own below the id. */
  private static boolean isInside(String unit) {
    return unit.endsWith(".service") && !unit.contains("nspawn@");
  }

  /** Undoes systemd's {@code \x2d} (systemd.unit(5)) and bounds the length. */
  private static String readable(String name) {
    String text = LsofOutput.unescape(name);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= MAX_NAME ? text : text.substring(0, Math.min(text.length(), MAX_NAME));
  }
}
