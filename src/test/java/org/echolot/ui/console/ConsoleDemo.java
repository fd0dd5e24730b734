package org.echolot.ui.console;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.echolot.check.CheckRequest;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.CheckNarrator;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.LineSource;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;
import org.echolot.ui.FxThread;

/**
 * Shows the pane with the lines of real checks, to look at: {@code [--theme=dark] [--width=1000]
 * [--level=TRACE] [--find=text] NAME=AET@host:port…}.
 */
public final class ConsoleDemo extends Application {

  /** Starts from the class path, where the class with {@code main} must be no application. */
  public static final class Main {

    private Main() {}

    public static void main(String[] args) {
      Application.launch(ConsoleDemo.class, args);
    }
  }

  @Override
  public void start(Stage stage) throws Exception {
    Map<String, String> named = getParameters().getNamed();
    boolean dark = "dark".equals(named.get("theme"));
    setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    Journal journal = new Journal();
    ConsoleModel model = new ConsoleModel(new FxThread().frames());
    journal.addReader(model);
    model.levelProperty().set(Level.valueOf(named.getOrDefault("level", "INFO")));
    ConsolePane pane = new ConsolePane(model, () -> {});
    double width = Double.parseDouble(named.getOrDefault("width", "1000"));
    stage.setScene(new Scene(pane, width, 420));
    stage.setX(0);
    stage.setY(0);
    stage.show();
    VerificationScp listener =
        VerificationScp.start(ListenerOptions.onLoopback(new AeTitle("ECHOLOT"), 0), journal);
    List<String> targets = getParameters().getUnnamed();
    String own = "Built-in server:ECHOLOT@localhost:" + listener.address().getPort();
    Threads.startVirtual(
        "demo",
        () -> {
          AtomicLong number = new AtomicLong();
          check(journal, number.incrementAndGet(), own);
          targets.forEach(target -> check(journal, number.incrementAndGet(), target));
          System.out.println("checked");
          String find = named.get("find");
          if (find != null) {
            new FxThread().execute(() -> model.finder().find(find, 0));
          }
        });
  }

  private static void check(Journal journal, long number, String target) {
    String[] part = target.split("[:@]", -1);
    CheckRequest request =
        CheckRequest.of(
            part[0],
            new AeTitle(part[1]),
            new AeTitle("ECHOLOT"),
            part[2],
            Integer.parseInt(part[3]));
    new OwnEngine()
        .check(
            request, new CheckNarrator(journal, LineSource.of(request), number), new StopSignal());
  }
}
