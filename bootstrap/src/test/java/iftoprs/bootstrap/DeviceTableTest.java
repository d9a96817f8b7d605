package iftoprs.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.CaptureDevice;
import iftoprs.ports.InterfaceAddress;
import iftoprs.ports.LinkDetails;
import iftoprs.ports.contract.TestFrames;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DeviceTableTest {

  @Test
  void devices_are_a_table_with_the_default_marked() {
    CaptureDevice first =
        new CaptureDevice(
            "eth0",
            "to the office",
            List.of(
                new InterfaceAddress(TestFrames.address("192.0.2.2"), 24),
                new InterfaceAddress(TestFrames.address("fd00::2"), 64)),
            Optional.of("02:fc:00:00:00:01"),
            true,
            false,
            true);
    CaptureDevice second =
        new CaptureDevice(
            "a\u001b[2J-long-one", "", List.of(), Optional.empty(), false, false, false);
    LinkDetails ethernet =
        new LinkDetails(
            Optional.of(true), OptionalInt.of(1500), OptionalInt.of(1000), Optional.of("Ethernet"));
    LinkDetails unplugged =
        new LinkDetails(
            Optional.of(false), OptionalInt.empty(), OptionalInt.of(100), Optional.empty());
    assertThat(
            DeviceTable.of(
                    List.of(first, second), name -> name.equals("eth0") ? ethernet : unplugged)
                .lines())
        .containsExactly(
            "  NAME            STATE       LINK      MTU   SPEED       MAC                ADDRESSES"
                + "                DESCRIPTION",
            "* eth0            up          Ethernet  1500  1 Gbit/s    02:fc:00:00:00:01 "
                + " 192.0.2.2/24 fd00::2/64  to the office",
            "  a\uFFFD[2J-long-one  no carrier  -         -     100 Mbit/s  -                  -");
  }
}
