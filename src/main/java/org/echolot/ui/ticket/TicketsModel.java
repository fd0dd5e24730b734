package org.echolot.ui.ticket;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.echolot.capture.CaptureFile;
import org.echolot.concurrent.Threads;
import org.echolot.files.AtomicFile;
import org.echolot.files.FileSteps;
import org.echolot.settings.TicketSettings;
import org.echolot.text.About;
import org.echolot.ticket.Disguise;
import org.echolot.ticket.Evidence;
import org.echolot.ticket.TicketBundle;
import org.echolot.ticket.TicketFormat;
import org.echolot.ticket.Tickets;
import org.jspecify.annotations.Nullable;

/**
 * Makes tickets and captures, on threads of their own, and remembers how. View model: to be used on
 * the FX thread.
 */
public final class TicketsModel {

  private final Executor frames;
  private final Consumer<String> say;
  private final BiConsumer<String, Path> saved;
  private final ObjectProperty<TicketFormat> format;
  private final BooleanProperty hidesNames;

  /**
   * @param settings how tickets are made at first
   * @param frames runs what tells of an end
   * @param say tells the user what was done
   * @param saved the same of something that was saved to a file
   */
  public TicketsModel(
      TicketSettings settings,
      Executor frames,
      Consumer<String> say,
      BiConsumer<String, Path> saved) {
    this.frames = frames;
    this.say = say;
    this.saved = saved;
    this.format = new SimpleObjectProperty<>(settings.format());
    this.hidesNames = new SimpleBooleanProperty(settings.hidesNames());
  }

  /** In which format a ticket is copied. */
  public ObjectProperty<TicketFormat> formatProperty() {
    return format;
  }

  /** Whether addresses and names are hidden. */
  public BooleanProperty hidesNamesProperty() {
    return hidesNames;
  }

  /** How tickets are made now. */
  public TicketSettings settings() {
    return new TicketSettings(format.get(), hidesNames.get());
  }

  /**
   * Makes a ticket of each check, one below the other.
   *
   * @param checks may be empty
   * @param clipboard takes the text
   */
  public void copy(List<Evidence> checks, Consumer<String> clipboard) {
    if (isNothing(checks)) {
      return;
    }
    TicketFormat wanted = format.get();
    Disguise disguise = disguise();
    Threads.startVirtual(
        "copy ticket",
        () -> {
          String text = Tickets.of(checks, wanted, disguise);
          frames.execute(
              () -> {
                clipboard.accept(text);
                say.accept(
                    "Copied the findings about "
                        + about(checks)
                        + (disguise == null ? "." : ", with addresses and names hidden."));
              });
        });
  }

  /**
   * Saves a ticket of each check.
   *
   * @param checks may be empty
   * @param file in the format that its name ends in: {@code .md}, {@code .zip}, else plain text
   */
  public void save(List<Evidence> checks, Path file) {
    if (isNothing(checks)) {
      return;
    }
    Disguise disguise = disguise();
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    save(
        file,
        "the ticket on " + about(checks),
        out -> {
          if (name.endsWith(".zip")) {
            try (TicketBundle bundle = new TicketBundle(out, checks.size() > 1, disguise)) {
              for (Evidence check : checks) {
                bundle.add(check);
              }
            }
          } else {
            TicketFormat wanted = name.endsWith(".md") ? TicketFormat.MARKDOWN : TicketFormat.TEXT;
            out.write(Tickets.of(checks, wanted, disguise).getBytes(StandardCharsets.UTF_8));
          }
        });
  }

  /** Saves the PDUs of the checks as a packet capture. */
  public void saveCapture(List<Evidence> checks, Path file) {
    if (isNothing(checks)) {
      return;
    }
    Disguise disguise = disguise();
    save(
        file,
        "the capture of " + about(checks),
        out -> {
          try (CaptureFile capture = new CaptureFile(out, About.program())) {
            for (Evidence check : checks) {
              Evidence shown = disguise == null ? check : disguise.hide(check);
              boolean _ = capture.add(shown.result(), shown.recording());
            }
          }
        });
  }

  /** Whether there is nothing to make a capture of; the user is told why. */
  public boolean lacksConnection(List<Evidence> checks) {
    boolean lacks = checks.stream().noneMatch(check -> check.result().localAddress() != null);
    if (lacks && !isNothing(checks)) {
      say.accept("Nothing to capture: no connection was made.");
    }
    return lacks;
  }

  private boolean isNothing(List<Evidence> checks) {
    if (checks.isEmpty()) {
      say.accept("Nothing to copy yet: select a peer and check it.");
    }
    return checks.isEmpty();
  }

  private @Nullable Disguise disguise() {
    return hidesNames.get() ? new Disguise() : null;
  }

  private static String about(List<Evidence> checks) {
    return checks.size() == 1
        ? checks.getFirst().result().request().name()
        : checks.size() + " peers";
  }

  /** Fills a file; what it is given may be closed. */
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private void save(Path file, String what, Content content) {
    Threads.startVirtual(
        "save " + what,
        () -> {
          Runnable told;
          try {
            new AtomicFile(file, FileSteps.REAL)
                .write(
                    empty -> {
                      try (OutputStream out =
                          Files.newOutputStream(empty, StandardOpenOption.WRITE)) {
                        content.writeTo(out);
                      }
                    });
            told = () -> saved.accept("Saved " + what + " to " + file, file);
          } catch (IOException e) {
            String why = Objects.requireNonNullElse(e.getMessage(), e.toString());
            told = () -> say.accept("Not saved: " + why);
          }
          frames.execute(told);
        });
  }
}
