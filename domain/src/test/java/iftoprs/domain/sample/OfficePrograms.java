package iftoprs.domain.sample;

import iftoprs.ports.Executable;
import iftoprs.ports.Executable.Place;
import iftoprs.ports.PackageOwner;
import iftoprs.ports.ProcessFacts;
import iftoprs.ports.ProcessFacts.Container;
import iftoprs.ports.ProcessFacts.ControlGroup;
import iftoprs.ports.Publisher;
import iftoprs.ports.Publisher.Basis;
import java.util.Map;
import java.util.Optional;

/** What is known of the processes of the {@link Office}, one kind of publisher each at least. */
final class OfficePrograms {

  private static final Map<Integer, ProcessFacts> FACTS =
      Map.ofEntries(
          runs(4312, "alice", "/usr/lib/firefox-esr/firefox-esr", Place.HERE, "", " -P default"),
          runs(
              2210,
              "root",
              "/usr/local/bin/restic",
              Place.HERE,
              "restic-backup.service",
              " --repo rest:https://backup.example.org/workstation backup --exclude-caches /home"),
          runs(
              611,
              "systemd-resolve",
              "/usr/lib/systemd/systemd-resolved",
              Place.HERE,
              "systemd-resolved.service",
              ""),
          runs(9001, "root", "/usr/bin/python3.11", Place.HERE, "", " /usr/bin/dnf upgrade"),
          runs(7120, "alice", "/usr/bin/ffmpeg", Place.DELETED, "", " -re -i talk.mkv"),
          runs(988, "root", "/usr/sbin/sshd", Place.HERE, "ssh.service", " -D"),
          runs(3001, "alice", "/usr/lib/postgresql/15/bin/psql", Place.HERE, "", " orders"),
          Map.entry(
              3002,
              new ProcessFacts(
                  "redis-cli --stat",
                  "999",
                  new Executable("/usr/local/bin/redis-cli", Place.ELSEWHERE, ""),
                  new ControlGroup(
                      Optional.of(new Container("docker", "3f2a9c41d7e0")), Optional.empty()))),
          runs(1501, "alice", "/usr/bin/syncthing", Place.HERE, "syncthing.service", " serve"),
          runs(5200, "alice", "/opt/google/chrome/chrome", Place.HERE, "", ""),
          runs(6020, "alice", "/usr/lib/thunderbird/thunderbird", Place.HERE, "", ""));

  private static final Map<String, Publisher> PUBLISHERS =
      Map.of(
          "/usr/lib/firefox-esr/firefox-esr", new Publisher(Basis.DPKG, "firefox-esr"),
          "/usr/lib/thunderbird/thunderbird", new Publisher(Basis.DPKG, "thunderbird"),
          "/usr/local/bin/restic", Publisher.nobody(Basis.UNPACKAGED),
          "/usr/lib/systemd/systemd-resolved", new Publisher(Basis.DPKG, "systemd-resolved"),
          "/usr/bin/python3.11", new Publisher(Basis.DPKG, "python3.11-minimal"),
          "/usr/sbin/sshd", new Publisher(Basis.DPKG, "openssh-server"),
          "/usr/lib/postgresql/15/bin/psql", new Publisher(Basis.DPKG, "postgresql-client-15"),
          "/opt/google/chrome/chrome", new Publisher(Basis.DPKG, "google-chrome-stable"));

  private OfficePrograms() {}

  private static Map.Entry<Integer, ProcessFacts> runs(
      int pid, String user, String path, Place place, String unit, String arguments) {
    return Map.entry(
        pid,
        new ProcessFacts(
            path + arguments,
            user,
            new Executable(path, place, "inode " + pid),
            new ControlGroup(Optional.empty(), Optional.of(unit).filter(name -> !name.isEmpty()))));
  }

  /** What is known of a process; nothing of some. */
  static ProcessFacts of(int pid) {
    return FACTS.getOrDefault(pid, ProcessFacts.UNKNOWN);
  }

  /** Answers as a system of packages does; one executable is looked up for ever. */
  static PackageOwner packages() {
    return executable ->
        switch (executable.place()) {
          case UNSEEN -> Optional.of(Publisher.nobody(Basis.UNSEEN));
          case DELETED -> Optional.of(Publisher.nobody(Basis.DELETED));
          case ELSEWHERE -> Optional.of(Publisher.nobody(Basis.CONTAINER));
          case HERE -> Optional.ofNullable(PUBLISHERS.get(executable.path()));
        };
  }
}
