package iftoprs.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.CaptureDevice;
import iftoprs.ports.InterfaceAddress;
import iftoprs.ports.contract.TestFrames;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceTableTest {

  @Test
  void devices_are_a_table_with_the_default_marked() {
    CaptureDevice first =
        new CaptureDevice(
            "eth0",
            "",
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
    assertThat(DeviceTable.of(List.of(first, second)))
        .isEqualTo(
            """
              NAME            STATE  MAC                ADDRESSES
            * eth0            up     02:fc:00:00:00:01  192.0.2.2/24 fd00::2/64
              a\uFFFD[2J-long-one  down   -                  -
            """);
  }
}
