package iftoprs.adapters.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iftoprs.ports.OwnSockets;
import iftoprs.ports.OwnSockets.Connection;
import iftoprs.ports.Transport;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class QuestionsTest {

  private static final byte[] QUESTION = {1, 2, 3};
  private static final int LONGEST = 512;

  private final Questions questions = new Questions();
  private DatagramSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void while_nothing_may_be_asked_nothing_is() throws Exception {
    questions.allow(false);
    CompletableFuture<byte[]> refused = ask(Duration.ofSeconds(10));
    assertThatThrownBy(() -> refused.get(10, TimeUnit.SECONDS))
        .hasMessageContaining("switched off");
    assertThat(questions.takeOpened()).isEmpty();
    questions.allow(true);
    CompletableFuture<byte[]> answer = ask(Duration.ofSeconds(10));
    server.send(new DatagramPacket(new byte[] {4}, 1, received().getSocketAddress()));
    assertThat(answer.get(10, TimeUnit.SECONDS)).containsExactly(4);
  }

  @Test
  void a_question_tells_from_where_to_where_it_goes() throws Exception {
    CompletableFuture<byte[]> answer = ask(Duration.ofSeconds(10));
    DatagramPacket asked = received();
    assertThat(questions.takeOpened())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.transport()).isEqualTo(Transport.UDP);
              assertThat(it.local()).hasToString("127.0.0.1:" + asked.getPort());
              assertThat(it.remote()).hasToString("127.0.0.1:" + server.getLocalPort());
            });
    server.send(new DatagramPacket(new byte[] {4, 5}, 2, asked.getSocketAddress()));
    assertThat(answer.get(10, TimeUnit.SECONDS)).containsExactly(4, 5);
  }

  @Test
  void what_was_taken_is_not_told_again() throws IOException {
    ask(Duration.ofMillis(1));
    received();
    assertThat(questions.takeOpened()).hasSize(1);
    assertThat(questions.takeOpened()).isEmpty();
  }

  @Test
  void each_question_has_a_port_of_its_own() throws IOException {
    for (int i = 0; i < 10; i++) {
      ask(Duration.ofSeconds(10));
      received();
    }
    assertThat(questions.takeOpened()).extracting(Connection::local).doesNotHaveDuplicates();
  }

  @Test
  void a_silent_server_is_given_up() {
    assertThatThrownBy(() -> ask(Duration.ofMillis(1)).get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void an_answer_of_somebody_else_is_none() throws Exception {
    CompletableFuture<byte[]> answer = ask(Duration.ofSeconds(10));
    DatagramPacket asked = received();
    try (DatagramSocket liar = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
      liar.send(new DatagramPacket(new byte[] {6}, 1, asked.getSocketAddress()));
    }
    server.send(new DatagramPacket(new byte[] {4}, 1, asked.getSocketAddress()));
    assertThat(answer.get(10, TimeUnit.SECONDS)).containsExactly(4);
  }

  @Test
  void a_question_over_tcp_tells_from_where_to_where_it_goes() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      CompletableFuture<byte[]> answer = askOverTcp(listener, Duration.ofSeconds(10));
      try (Socket asked = listener.accept()) {
        assertThat(asked.getInputStream().readNBytes(5)).containsExactly(0, 3, 1, 2, 3);
        assertThat(questions.takeOpened())
            .singleElement()
            .satisfies(
                it -> {
                  assertThat(it.transport()).isEqualTo(Transport.TCP);
                  assertThat(it.local()).hasToString("127.0.0.1:" + asked.getPort());
                  assertThat(it.remote()).hasToString("127.0.0.1:" + listener.getLocalPort());
                });
        asked.getOutputStream().write(new byte[] {0, 2, 4, 5, 6});
        assertThat(answer.get(10, TimeUnit.SECONDS)).containsExactly(4, 5);
      }
    }
  }

  @Test
  void a_server_that_closes_too_soon_or_drips_is_given_up() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      CompletableFuture<byte[]> closed = askOverTcp(listener, Duration.ofSeconds(10));
      listener.accept().close();
      assertThatThrownBy(() -> closed.get(10, TimeUnit.SECONDS))
          .hasCauseInstanceOf(IOException.class);
      CompletableFuture<byte[]> dripping = askOverTcp(listener, Duration.ofMillis(500));
      try (Socket asked = listener.accept()) {
        asked.getOutputStream().write(new byte[] {1, 0});
        for (int i = 0; i < 100 && !dripping.isDone(); i++) {
          asked.getOutputStream().write(0);
          Thread.sleep(50);
        }
        assertThatThrownBy(() -> dripping.get(1, TimeUnit.SECONDS))
            .hasCauseInstanceOf(SocketTimeoutException.class);
      }
    }
  }

  @Test
  void while_nothing_may_be_asked_nobody_is_connected_to() {
    questions.allow(false);
    InetSocketAddress nobody = new InetSocketAddress("127.0.0.1", 9);
    assertThatThrownBy(() -> questions.askOverTcp(nobody, QUESTION, Duration.ofSeconds(10)))
        .hasMessageContaining("switched off");
  }

  @Test
  void what_nobody_takes_is_bounded() throws Exception {
    int last = 0;
    for (int i = 0; i < OwnSockets.MAX_KEPT + 10; i++) {
      CompletableFuture<byte[]> answer = ask(Duration.ofSeconds(10));
      DatagramPacket question = received();
      last = question.getPort();
      server.send(new DatagramPacket(new byte[1], 1, question.getSocketAddress()));
      answer.get(10, TimeUnit.SECONDS);
    }
    List<Connection> taken = questions.takeOpened();
    assertThat(taken).hasSize(OwnSockets.MAX_KEPT);
    assertThat(taken.getLast().local().port()).isEqualTo(last);
  }

  private CompletableFuture<byte[]> ask(Duration timeout) {
    InetSocketAddress to = (InetSocketAddress) server.getLocalSocketAddress();
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                answer.complete(questions.ask(to, QUESTION, LONGEST, timeout));
              } catch (IOException e) {
                answer.completeExceptionally(e);
              }
            });
    return answer;
  }

  private CompletableFuture<byte[]> askOverTcp(ServerSocket listener, Duration timeout) {
    InetSocketAddress to = (InetSocketAddress) listener.getLocalSocketAddress();
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                answer.complete(questions.askOverTcp(to, QUESTION, timeout));
              } catch (IOException e) {
                answer.completeExceptionally(e);
              }
            });
    return answer;
  }

  private DatagramPacket received() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[LONGEST], LONGEST);
    server.receive(packet);
    assertThat(packet.getLength()).isEqualTo(QUESTION.length);
    return packet;
  }
}
