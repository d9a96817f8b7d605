package iftoprs.adapters.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** A DNS server on the loopback address, over UDP and TCP, that behaves as well as a test likes. */
final class LoopbackServer implements AutoCloseable {

  /** What to send back; a message without bytes is never sent. */
  @FunctionalInterface
  interface Behaviour extends BiFunction<Message, Boolean, byte[]> {}

  static final byte[] SILENCE = new byte[0];

  private final DatagramSocket udp;
  private final ServerSocket tcp;
  private final Behaviour behaviour;
  private final List<Name> questions = new CopyOnWriteArrayList<>();

  LoopbackServer(Behaviour behaviour) throws IOException {
    this.behaviour = behaviour;
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    // A port that is free for UDP may be in use by a TCP connection: then the next one.
    DatagramSocket datagrams = new DatagramSocket(0, loopback);
    ServerSocket listener = listen(datagrams.getLocalPort(), loopback);
    for (int tries = 0; listener == null; tries++) {
      datagrams.close();
      if (tries == 100) {
        throw new IOException("no port is free for both UDP and TCP");
      }
      datagrams = new DatagramSocket(0, loopback);
      listener = listen(datagrams.getLocalPort(), loopback);
    }
    udp = datagrams;
    tcp = listener;
    Thread.ofPlatform().daemon().name("test-dns-udp").start(this::serveUdp);
    Thread.ofPlatform().daemon().name("test-dns-tcp").start(this::serveTcp);
  }

  private static ServerSocket listen(int port, InetAddress address) throws IOException {
    try {
      return new ServerSocket(port, 5, address);
    } catch (BindException inUse) {
      return null;
    }
  }

  InetSocketAddress address() {
    return (InetSocketAddress) udp.getLocalSocketAddress();
  }

  /** What was asked, in order of arrival, repetitions included. */
  List<Name> questions() {
    return List.copyOf(questions);
  }

  /** A message that answers a question with these records. */
  static Message answer(Message query, Record... records) {
    Message message = new Message(query.getHeader().getID());
    message.getHeader().setFlag(Flags.QR);
    message.addRecord(query.getQuestion(), Section.QUESTION);
    for (Record record : records) {
      message.addRecord(record, Section.ANSWER);
    }
    return message;
  }

  /** A message that only bears a code. */
  static byte[] code(Message query, int code) {
    Message message = answer(query);
    message.getHeader().setRcode(code);
    return message.toWire();
  }

  /** A record that names the address in question. */
  static Record pointer(Message query, String name) {
    return new PTRRecord(
        query.getQuestion().getName(), DClass.IN, 3600, Name.fromConstantString(name + "."));
  }

  /** Answers a fixed name to everything. */
  static Behaviour naming(String name) {
    return (query, overTcp) -> answer(query, pointer(query, name)).toWire();
  }

  /** Refuses to name anything. */
  static Behaviour nothing() {
    return (query, overTcp) -> code(query, Rcode.NXDOMAIN);
  }

  /** Holds every answer back until the latch opens. */
  static Behaviour after(CountDownLatch latch, Behaviour then) {
    return (query, overTcp) -> {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return SILENCE;
      }
      return then.apply(query, overTcp);
    };
  }

  @Override
  public void close() throws IOException {
    udp.close();
    tcp.close();
  }

  private void serveUdp() {
    byte[] buffer = new byte[4096];
    while (!udp.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        udp.receive(packet);
        byte[] query = Arrays.copyOf(buffer, packet.getLength());
        Thread.ofVirtual().start(() -> reply(query, packet));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void reply(byte[] query, DatagramPacket to) {
    try {
      byte[] answer = respond(query, false);
      if (answer.length > 0) {
        udp.send(new DatagramPacket(answer, answer.length, to.getSocketAddress()));
      }
    } catch (IOException e) {
      // The test is over and the socket closed.
      return;
    }
  }

  private void serveTcp() {
    while (!tcp.isClosed()) {
      try (Socket socket = tcp.accept();
          DataInputStream in = new DataInputStream(socket.getInputStream());
          DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
        byte[] answer = respond(in.readNBytes(in.readUnsignedShort()), true);
        out.writeShort(answer.length);
        out.write(answer);
      } catch (IOException e) {
        continue;
      }
    }
  }

  private byte[] respond(byte[] query, boolean overTcp) throws IOException {
    Message message = new Message(query);
    questions.add(message.getQuestion().getName());
    return behaviour.apply(message, overTcp);
  }
}
