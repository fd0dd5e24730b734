package org.echolot.ui.listener;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.listener.ListenerOptions;
import org.echolot.text.DurationText;
import org.echolot.text.Escapes;
import org.echolot.tls.TlsServer.ClientCertificate;
import org.jspecify.annotations.Nullable;

/** How the user wants to listen, as it is typed. To be used on the FX thread. */
final class ListenForm {

  /** The times after which listening ends by itself. */
  static final List<Duration> TIMES =
      List.of(
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(8));

  private static final int MAX_PORT = 65_535;

  final StringProperty ae;
  final StringProperty port;
  final ObjectProperty<Reach> reach = new SimpleObjectProperty<>(Reach.LOOPBACK);
  final BooleanProperty anyCalled = new SimpleBooleanProperty();
  final ObjectProperty<Conduct> conduct = new SimpleObjectProperty<>(Conduct.GOOD);
  final ObjectProperty<Duration> time = new SimpleObjectProperty<>(Duration.ofMinutes(10));

  final BooleanProperty tls = new SimpleBooleanProperty();
  final StringProperty certificate = new SimpleStringProperty("");
  final StringProperty key = new SimpleStringProperty("");
  final StringProperty trusted = new SimpleStringProperty("");
  final BooleanProperty requiresCertificate = new SimpleBooleanProperty();

  private final StringBinding fault;

  ListenForm(AeTitle ae, int port) {
    this.ae = new SimpleStringProperty(ae.value());
    this.port = new SimpleStringProperty(Integer.toString(port));
    this.fault =
        Bindings.createStringBinding(
            this::faultOfAll,
            this.ae,
            this.port,
            this.tls,
            this.certificate,
            this.key,
            this.trusted);
  }

  /** What is wrong with what was typed, in a sentence; empty: nothing. */
  StringBinding fault() {
    return fault;
  }

  private String faultOfAll() {
    String ofAe = AeTitle.faultOf(ae.get());
    if (ofAe != null) {
      return "Our AE title: " + ofAe;
    }
    if (portNumber() < 1) {
      return "The port must be a number from 1 to 65535.";
    }
    return tls.get() ? faultOfFiles() : "";
  }

  private String faultOfFiles() {
    if (certificate.get().isBlank()) {
      return "For TLS, choose the certificate to show to callers.";
    }
    try {
      TlsFiles _ = files();
      return "";
    } catch (InvalidPathException e) {
      return "A file for TLS cannot be named so: " + Escapes.oneLine(e.getInput()) + ".";
    }
  }

  private int portNumber() {
    String text = port.get().strip();
    if (!text.matches("\\d{1,5}")) {
      return 0;
    }
    int number = Integer.parseInt(text);
    return number > MAX_PORT ? 0 : number;
  }

  /**
   * What was asked for. There must be no fault.
   *
   * @param files null: without TLS
   * @param time after which it ends by itself
   */
  record Wish(ListenerOptions options, @Nullable TlsFiles files, Duration time) {}

  /**
   * The files for TLS.
   *
   * @param key null: it is in the certificate's file
   * @param trusted null: callers are not asked for a certificate
   */
  record TlsFiles(
      Path certificate, @Nullable Path key, @Nullable Path trusted, ClientCertificate asks) {}

  Wish wish() {
    ListenerOptions standard = ListenerOptions.onLoopback(new AeTitle(ae.get()), portNumber());
    ListenerOptions options =
        new ListenerOptions(
            standard.ae(),
            anyCalled.get(),
            reach.get().address(),
            standard.port(),
            standard.acceptedCallingAes(),
            standard.acceptedAddresses(),
            standard.maxAssociations(),
            standard.associateTimeout(),
            standard.idleTimeout(),
            conduct.get().behaviour());
    return new Wish(options, tls.get() ? files() : null, time.get());
  }

  private TlsFiles files() {
    Path whom = path(trusted.get());
    ClientCertificate asks =
        requiresCertificate.get()
            ? ClientCertificate.REQUIRED
            : whom == null ? ClientCertificate.NOT_ASKED : ClientCertificate.OPTIONAL;
    return new TlsFiles(Path.of(certificate.get().strip()), path(key.get()), whom, asks);
  }

  private static @Nullable Path path(String text) {
    return text.isBlank() ? null : Path.of(text.strip());
  }

  /** What it means for others that we listen so; empty where they can't reach it. */
  String warning() {
    return reach.get().isOpen()
        ? "Any computer that reaches this address can call. Echolot answers C-ECHO alone, accepts"
            + " no images or data and gives none away, and stops after "
            + DurationText.inWords(time.get())
            + ". The firewall of this computer may have to allow the port."
        : "";
  }
}
