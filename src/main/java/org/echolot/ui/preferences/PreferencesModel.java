package org.echolot.ui.preferences;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.settings.AppearanceSettings;
import org.echolot.settings.CheckSettings;
import org.echolot.settings.HistorySettings;
import org.echolot.settings.ListenerSettings;
import org.echolot.settings.ListenerTls;
import org.echolot.settings.Theme;
import org.echolot.settings.TimeoutSettings;
import org.echolot.text.DurationText;
import org.jspecify.annotations.Nullable;

/**
 * Preferences while they are changed: which field is wrong and why. How the window looks is tried
 * at once, all else holds once it is accepted. View model: to be used on the FX thread.
 */
public final class PreferencesModel {

  /** What is typed. */
  public enum Field {
    CALLING_AE,
    PARALLELISM,
    CONNECT_TIMEOUT,
    TLS_TIMEOUT,
    ASSOCIATE_TIMEOUT,
    ECHO_TIMEOUT,
    RELEASE_TIMEOUT,
    LISTENER_AE,
    LISTENER_PORT,
    LISTENER_CERTIFICATE,
    LISTENER_KEY,
    LISTENER_TRUSTED,
    KEPT_DAYS,
    HOURS_KEPT_DAYS
  }

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private final Preferences start;
  private final List<String> addresses;
  private final Consumer<AppearanceSettings> look;
  private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
  private final Map<Field, ReadOnlyObjectWrapper<@Nullable String>> faults =
      new EnumMap<>(Field.class);
  private final ObjectProperty<Theme> theme;
  private final BooleanProperty compact;
  private final BooleanProperty probesTls;
  private final BooleanProperty anyCalled;
  private final BooleanProperty startsWithWindow;
  private final ObjectProperty<String> address;
  private final BooleanProperty tls;
  private final BooleanProperty requiresCertificate;
  private final ReadOnlyStringWrapper reach = new ReadOnlyStringWrapper("");

  /**
   * @param start how all is now
   * @param own the addresses of this computer on which it can be called
   * @param look shows the window as it would look
   */
  public PreferencesModel(Preferences start, List<String> own, Consumer<AppearanceSettings> look) {
    this.start = start;
    this.look = look;
    tls = new SimpleBooleanProperty(start.listener().tls().on());
    requiresCertificate = new SimpleBooleanProperty(start.listener().tls().requiresCertificate());
    for (Field field : Field.values()) {
      StringProperty text = new SimpleStringProperty(textOf(start, field));
      ReadOnlyObjectWrapper<@Nullable String> fault = new ReadOnlyObjectWrapper<>(null);
      text.subscribe(typed -> fault.set(faultOf(field, typed)));
      tls.subscribe((_, _) -> fault.set(faultOf(field, text.get())));
      texts.put(field, text);
      faults.put(field, fault);
    }
    AppearanceSettings appearance = start.appearance();
    theme = new SimpleObjectProperty<>(appearance.theme());
    compact = new SimpleBooleanProperty(appearance.compact());
    probesTls = new SimpleBooleanProperty(start.checks().probesTls());
    ListenerSettings listener = start.listener();
    anyCalled = new SimpleBooleanProperty(listener.anyCalled());
    startsWithWindow = new SimpleBooleanProperty(listener.startsWithWindow());
    address = new SimpleObjectProperty<>(listener.address());
    addresses =
        Stream.of(
                Stream.of(ListenerSettings.LOOPBACK, ListenerSettings.ALL),
                own.stream(),
                Stream.of(listener.address()))
            .flatMap(each -> each)
            .distinct()
            .toList();
    theme.subscribe((_, _) -> look.accept(appearance()));
    compact.subscribe((_, _) -> look.accept(appearance()));
    address.subscribe(_ -> sayReach());
    text(Field.LISTENER_PORT).subscribe((_, _) -> sayReach());
  }

  private static String textOf(Preferences from, Field field) {
    TimeoutSettings times = from.checks().timeouts();
    return switch (field) {
      case CALLING_AE -> from.callingAe().value();
      case PARALLELISM -> Integer.toString(from.checks().parallelism());
      case CONNECT_TIMEOUT -> DurationText.format(times.connect());
      case TLS_TIMEOUT -> DurationText.format(times.tls());
      case ASSOCIATE_TIMEOUT -> DurationText.format(times.associate());
      case ECHO_TIMEOUT -> DurationText.format(times.echo());
      case RELEASE_TIMEOUT -> DurationText.format(times.release());
      case LISTENER_AE -> from.listener().ae().value();
      case LISTENER_PORT -> Integer.toString(from.listener().port());
      case LISTENER_CERTIFICATE -> from.listener().tls().certificate();
      case LISTENER_KEY -> from.listener().tls().key();
      case LISTENER_TRUSTED -> from.listener().tls().trusted();
      case KEPT_DAYS -> Integer.toString(from.history().keptDays());
      case HOURS_KEPT_DAYS -> Integer.toString(from.history().hoursKeptDays());
    };
  }

  private @Nullable String faultOf(Field field, String text) {
    return switch (field) {
      case CALLING_AE, LISTENER_AE -> AeTitle.faultOf(text);
      case PARALLELISM -> numberFault(text, CheckSettings.MAX_PARALLELISM);
      case LISTENER_PORT -> numberFault(text, ListenerSettings.MAX_PORT);
      case LISTENER_CERTIFICATE ->
          tls.get() && text.isBlank()
              ? "Choose the certificate that callers are shown."
              : fileFault(text);
      case LISTENER_KEY, LISTENER_TRUSTED -> fileFault(text);
      case KEPT_DAYS, HOURS_KEPT_DAYS -> numberFault(text, HistorySettings.MOST_DAYS);
      case CONNECT_TIMEOUT, TLS_TIMEOUT, ASSOCIATE_TIMEOUT, ECHO_TIMEOUT, RELEASE_TIMEOUT ->
          DurationText.faultOf(text);
    };
  }

  private static @Nullable String numberFault(String text, int most) {
    String number = text.strip();
    boolean fits =
        NUMBER.matcher(number).matches()
            && Integer.parseInt(number) >= 1
            && Integer.parseInt(number) <= most;
    return fits ? null : String.format(Locale.ROOT, "Enter a number from 1 to %d.", most);
  }

  private @Nullable String fileFault(String text) {
    try {
      Path _ = Path.of(text.strip());
      return null;
    } catch (InvalidPathException _) {
      return tls.get() ? "No file can have this name." : null;
    }
  }

  private void sayReach() {
    String port = text(Field.LISTENER_PORT).get().strip();
    reach.set(
        switch (address.get()) {
          case ListenerSettings.LOOPBACK ->
              "Only programs on this computer can echo us. Modalities and archives cannot.";
          case ListenerSettings.ALL ->
              "Every computer that reaches this one can echo us, on each of its addresses. The"
                  + " server answers C-ECHO and nothing else. A firewall on this computer may have"
                  + " to allow port "
                  + port
                  + ".";
          default ->
              "Computers that reach "
                  + address.get()
                  + " can echo us; programs on this computer, too, if they use that address. The"
                  + " server answers C-ECHO and nothing else. A firewall on this computer may have"
                  + " to allow port "
                  + port
                  + ".";
        });
  }

  /** Has the files for TLS read, now and each time that others are chosen. */
  void follow(TlsFilesCheck check) {
    Stream.of(Field.LISTENER_CERTIFICATE, Field.LISTENER_KEY, Field.LISTENER_TRUSTED)
        .forEach(field -> text(field).subscribe((_, _) -> look(check)));
    tls.subscribe(_ -> look(check));
  }

  private void look(TlsFilesCheck check) {
    boolean named =
        Stream.of(Field.LISTENER_CERTIFICATE, Field.LISTENER_KEY, Field.LISTENER_TRUSTED)
            .allMatch(field -> faultProperty(field).get() == null);
    check.look(named ? listenerTls() : ListenerTls.OFF);
  }

  private ListenerTls listenerTls() {
    return new ListenerTls(
        tls.get(),
        text(Field.LISTENER_CERTIFICATE).get().strip(),
        text(Field.LISTENER_KEY).get().strip(),
        text(Field.LISTENER_TRUSTED).get().strip(),
        requiresCertificate.get());
  }

  // What is typed and chosen

  public StringProperty text(Field field) {
    return Objects.requireNonNull(texts.get(field));
  }

  /** What is wrong with a field, in words; null if nothing is. */
  public ReadOnlyObjectProperty<@Nullable String> faultProperty(Field field) {
    return Objects.requireNonNull(faults.get(field)).getReadOnlyProperty();
  }

  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /** Whether the rows of the list are lower. */
  public BooleanProperty compactProperty() {
    return compact;
  }

  /** Whether silent peers are asked for TLS. */
  public BooleanProperty probesTlsProperty() {
    return probesTls;
  }

  /** Whether our server answers whatever AE title it is called by. */
  public BooleanProperty anyCalledProperty() {
    return anyCalled;
  }

  /** Whether our server is started when the window opens. */
  public BooleanProperty startsWithWindowProperty() {
    return startsWithWindow;
  }

  /** Whether our server speaks TLS. */
  public BooleanProperty tlsProperty() {
    return tls;
  }

  /** Whether callers without a certificate are refused. */
  public BooleanProperty requiresCertificateProperty() {
    return requiresCertificate;
  }

  /** Where our server can be called, one of {@link #addresses}. */
  public ObjectProperty<String> addressProperty() {
    return address;
  }

  /** All that can be chosen: {@link ListenerSettings#LOOPBACK} and so on. */
  public List<String> addresses() {
    return addresses;
  }

  /** What the chosen address means: who can call us. */
  public ReadOnlyStringProperty reachProperty() {
    return reach.getReadOnlyProperty();
  }

  /** The first field that is wrong. */
  public Optional<Field> firstFault() {
    return Stream.of(Field.values())
        .filter(field -> faultProperty(field).get() != null)
        .findFirst();
  }

  // Commands

  /** What is to hold from now on; empty where something is wrong. */
  public Optional<Preferences> accept() {
    if (firstFault().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new Preferences(
            new AeTitle(text(Field.CALLING_AE).get()),
            appearance(),
            new CheckSettings(
                number(Field.PARALLELISM),
                probesTls.get(),
                start.checks().engine(),
                new TimeoutSettings(
                    time(Field.CONNECT_TIMEOUT),
                    time(Field.TLS_TIMEOUT),
                    time(Field.ASSOCIATE_TIMEOUT),
                    time(Field.ECHO_TIMEOUT),
                    time(Field.RELEASE_TIMEOUT))),
            new ListenerSettings(
                new AeTitle(text(Field.LISTENER_AE).get()),
                number(Field.LISTENER_PORT),
                anyCalled.get(),
                startsWithWindow.get(),
                address.get(),
                listenerTls()),
            new HistorySettings(number(Field.KEPT_DAYS), number(Field.HOURS_KEPT_DAYS))));
  }

  /** The window looks as it did before. */
  public void cancel() {
    look.accept(start.appearance());
  }

  private AppearanceSettings appearance() {
    return new AppearanceSettings(theme.get(), compact.get());
  }

  private int number(Field field) {
    return Integer.parseInt(text(field).get().strip());
  }

  private Duration time(Field field) {
    return DurationText.parse(text(field).get());
  }
}
