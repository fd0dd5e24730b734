package org.echolot.ui.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine;
import org.echolot.listener.ListenerOptions;
import org.echolot.tls.material.TlsFileException;
import org.echolot.ui.ByHand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListenerModelTest {

  private static final Pattern LISTENING =
      Pattern.compile("listening as MYSELF on 127\\.0\\.0\\.1:(\\d+)");

  private final Journal journal = new Journal();
  private final ByHand background = new ByHand();
  private final ByHand fx = new ByHand();
  private final ListenerModel model = new ListenerModel(journal, _ -> {}, background, fx);
  private final List<String> told = new ArrayList<>();

  private static ListenerOptions onPort(int port) {
    return ListenerOptions.onLoopback(new AeTitle("MYSELF"), port);
  }

  private int port() {
    Matcher matcher = LISTENING.matcher(model.textProperty().get());
    assertThat(matcher.matches()).as(model.textProperty().get()).isTrue();
    return Integer.parseInt(matcher.group(1));
  }

  private void runBoth() {
    background.runAll();
    fx.runAll();
  }

  @AfterEach
  void stopListening() {
    model.stop();
    runBoth();
    background.runAll();
  }

  @Test
  void listensAndSaysWhere() throws IOException {
    model.start(onPort(0), () -> told.add("then"));
    assertThat(model.runningProperty().get()).isFalse();
    assertThat(told).isEmpty();

    runBoth();
    assertThat(model.runningProperty().get()).isTrue();
    assertThat(told).containsExactly("then");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      assertThat(socket.isConnected()).isTrue();
    }
  }

  @Test
  void listensInAnotherWayOnceThatIsChosen() {
    model.change(onPort(0));
    runBoth();
    assertThat(model.runningProperty().get()).as("nobody started it").isFalse();

    model.start(onPort(0), () -> {});
    runBoth();
    assertThat(model.textProperty().get()).startsWith("listening as MYSELF");
    model.change(ListenerOptions.onLoopback(new AeTitle("OTHER"), 0));
    runBoth();
    assertThat(model.textProperty().get()).startsWith("listening as OTHER on 127.0.0.1:");

    model.change(onPort(0).withBind(new InetSocketAddress(0).getAddress()));
    model.change(onPort(0));
    model.change(onPort(0).withBind(new InetSocketAddress(0).getAddress()));
    runBoth();
    runBoth();
    runBoth();
    assertThat(model.textProperty().get())
        .as("the last choice, though it came while it started")
        .startsWith("listening as MYSELF on all addresses, port ");
  }

  @Test
  void whoAsksWhileItStartsIsToldWhenItListens() {
    model.start(onPort(0), () -> told.add("first " + model.runningProperty().get()));
    model.start(onPort(0), () -> told.add("second " + model.runningProperty().get()));
    assertThat(told).isEmpty();
    runBoth();
    assertThat(told).containsExactly("first true", "second true");

    model.start(onPort(0), () -> told.add("third"));
    assertThat(told).last().isEqualTo("third");
    assertThat(background.waiting()).as("it is not started twice").isZero();
  }

  @Test
  void aPortThatIsInUseIsSaidInTheStatusBarAndInTheConsole() throws IOException {
    List<JournalLine> lines = new ArrayList<>();
    journal.addReader(lines::add);
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      model.start(onPort(other.getLocalPort()), () -> told.add("then"));
      runBoth();
      assertThat(model.runningProperty().get()).isFalse();
      assertThat(model.textProperty().get())
          .startsWith("echo server: ")
          .contains(String.valueOf(other.getLocalPort()))
          .containsIgnoringCase("in use");
      assertThat(told).containsExactly("then");
      assertThat(lines)
          .anySatisfy(
              line -> {
                assertThat(line.text()).containsIgnoringCase("in use");
                assertThat(line.tone()).isEqualTo(JournalLine.Tone.WARNING);
              });
    }

    model.start(onPort(0), () -> told.add("again"));
    runBoth();
    assertThat(model.runningProperty().get()).as("it can be tried again").isTrue();
    assertThat(told).containsExactly("then", "again");
  }

  @Test
  void stopsListeningAndCanListenAgain() {
    model.start(onPort(0), () -> {});
    runBoth();
    int port = port();
    model.stop();
    assertThat(model.runningProperty().get()).isFalse();
    assertThat(model.textProperty().get()).isEqualTo("echo server off");
    runBoth();
    assertThatIOException()
        .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());

    model.start(onPort(port), () -> told.add("again"));
    runBoth();
    assertThat(port()).isEqualTo(port);
    assertThat(told).containsExactly("again");
  }

  @Test
  void aStopWhileItStartsIsNotForgotten() {
    model.start(onPort(0), () -> told.add("then"));
    background.runAll();
    model.stop();
    runBoth();
    assertThat(told).containsExactly("then");
    assertThat(model.runningProperty().get()).isFalse();
    assertThat(background.waiting()).as("the port is about to be given back").isOne();
  }

  @Test
  void whereNobodyIsAskedItSaysThatAPasswordIsMissing() {
    model.secure(
        () -> {
          throw TlsFileException.passwordMissing(Path.of("key.pem"));
        });
    model.start(onPort(0), () -> told.add("then"));
    runBoth();
    assertThat(model.textProperty().get()).isEqualTo("echo server: key.pem needs a password");
    assertThat(told).containsExactly("then");
  }

  @Test
  void aPasswordIsAskedForUntilItIsRightOrNobodySaysIt() {
    List<String> asked = new ArrayList<>();
    List<Boolean> answers = new ArrayList<>(List.of(true, true));
    model.askFor(
        (file, said) -> {
          asked.add(file.getMessage());
          said.accept(answers.removeFirst());
        });
    List<TlsFileException> faults =
        new ArrayList<>(
            List.of(
                TlsFileException.passwordMissing(Path.of("key.pem")),
                TlsFileException.passwordWrong(Path.of("key.pem"))));
    model.secure(
        () -> {
          if (!faults.isEmpty()) {
            throw faults.removeFirst();
          }
          return null;
        });
    model.start(onPort(0), () -> told.add("then"));
    runBoth();
    assertThat(told).as("while it is asked").isEmpty();
    runBoth();
    runBoth();
    assertThat(asked)
        .containsExactly("key.pem needs a password", "the password is not that of key.pem");
    assertThat(told).containsExactly("then");
    assertThat(port()).isPositive();
  }
}
