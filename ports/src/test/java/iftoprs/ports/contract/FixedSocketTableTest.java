package iftoprs.ports.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iftoprs.ports.OpenSocket;
import iftoprs.ports.SocketTable;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixedSocketTableTest extends SocketTableContract {

  @Override
  protected SocketTable table(List<OpenSocket> open) {
    return new FixedSocketTable().list(open);
  }

  @Test
  void fails_as_told_and_counts_that_too() {
    FixedSocketTable table = new FixedSocketTable().fail("no");
    assertThatThrownBy(table::openSockets).isInstanceOf(IOException.class).hasMessage("no");
    assertThat(table.scans()).isEqualTo(1);
  }
}
