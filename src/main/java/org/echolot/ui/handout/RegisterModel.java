package org.echolot.ui.handout;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.handout.Registration;
import org.echolot.handout.RegistrationForm;
import org.echolot.text.HostText;
import org.jspecify.annotations.Nullable;

/** What is asked for, and for which system. View model: to be used on the FX thread. */
public final class RegisterModel {

  private final @Nullable CheckRequest peer;
  private final @Nullable CheckResult last;
  private final StringProperty ae;
  private final StringProperty address;
  private final StringProperty hostName = new SimpleStringProperty("");
  private final StringProperty port;
  private final ObjectProperty<RegistrationForm> form =
      new SimpleObjectProperty<>(RegistrationForm.MESSAGE);
  private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper notes = new ReadOnlyStringWrapper("");

  /**
   * @param peer whom to ask; null: nobody in particular
   * @param last its last check; null: none
   * @param callingAe the title that we call as
   * @param listenerPort where we listen
   */
  public RegisterModel(
      @Nullable CheckRequest peer,
      @Nullable CheckResult last,
      AeTitle callingAe,
      int listenerPort) {
    this.peer = peer;
    this.last = last;
    ae = new SimpleStringProperty(callingAe.value());
    address = new SimpleStringProperty(Registration.ourAddress(last).replaceFirst("%.*", ""));
    port = new SimpleStringProperty(String.valueOf(listenerPort));
    List.of(ae, address, hostName, port).forEach(field -> field.subscribe(_ -> update()));
    form.subscribe(_ -> update());
  }

  public StringProperty aeProperty() {
    return ae;
  }

  /** Our IP address as the other side sees it; empty: not known. */
  public StringProperty addressProperty() {
    return address;
  }

  /** What a reverse look-up of our address gives; empty: not known. */
  public StringProperty hostNameProperty() {
    return hostName;
  }

  public StringProperty portProperty() {
    return port;
  }

  public ObjectProperty<RegistrationForm> formProperty() {
    return form;
  }

  /** What is wrong with a field, or why there is no such text; empty if nothing is. */
  public ReadOnlyStringProperty faultProperty() {
    return fault.getReadOnlyProperty();
  }

  /** The text to copy; empty where there is a fault. */
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** What whoever pastes it must know, a line each. */
  public ReadOnlyStringProperty notesProperty() {
    return notes.getReadOnlyProperty();
  }

  /**
   * Looks our host name up, unless the user was faster.
   *
   * @param background runs what may wait for a name server
   * @param fx runs what changes the view model
   */
  public void lookUpHostName(Executor background, Executor fx) {
    lookUpHostName(InetAddress::getCanonicalHostName, background, fx);
  }

  void lookUpHostName(Function<InetAddress, String> nameOf, Executor background, Executor fx) {
    InetSocketAddress local = last == null ? null : Registration.ourEnd(last);
    if (local == null) {
      return;
    }
    background.execute(
        () -> {
          String found = nameOf.apply(local.getAddress());
          // Where there is no name, the look-up gives the address back, in the platform's spelling.
          boolean isName = !found.equals(local.getAddress().getHostAddress());
          fx.execute(
              () -> {
                if (isName && hostName.get().isEmpty()) {
                  hostName.set(found);
                }
              });
        });
  }

  private void update() {
    String wrong = fieldFault();
    Registration us = wrong == null ? registration() : null;
    if (us != null) {
      wrong = form.get().obstacle(us);
    }
    fault.set(wrong == null ? "" : wrong);
    if (us == null || wrong != null) {
      text.set("");
      notes.set("");
      return;
    }
    text.set(form.get().text(us));
    notes.set(String.join("\n", form.get().notes(us)));
  }

  private Registration registration() {
    return new Registration(
        new AeTitle(ae.get()),
        address.get(),
        hostName.get(),
        Integer.parseInt(port.get().strip()),
        peer,
        last);
  }

  private @Nullable String fieldFault() {
    String wrong = AeTitle.faultOf(ae.get());
    if (wrong == null && !address.get().isBlank()) {
      wrong = HostText.faultOf(address.get());
    }
    if (wrong == null && !hostName.get().isBlank()) {
      wrong = HostText.faultOf(hostName.get());
    }
    if (wrong == null && !isPort(port.get().strip())) {
      wrong = "The port must be a number from 1 to 65535.";
    }
    return wrong;
  }

  private static boolean isPort(String text) {
    return text.matches("[0-9]{1,5}")
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= 65_535;
  }
}
