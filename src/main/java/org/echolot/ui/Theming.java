package org.echolot.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.echolot.settings.Theme;

/** Light or dark: as the system has it, unless the user chose. To be used on the FX thread. */
public final class Theming {

  private final ObjectProperty<Theme> choice = new SimpleObjectProperty<>(Theme.SYSTEM);
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(false);

  /** The system outlives the window, and would keep all of it. */
  private final Subscription toSystem;

  public Theming(Theme start) {
    choice.set(start);
    Platform.Preferences system = Platform.getPreferences();
    choice.subscribe(_ -> apply(system.getColorScheme()));
    toSystem = system.colorSchemeProperty().subscribe(this::apply);
  }

  /** Follows the system no more. */
  public void close() {
    toSystem.unsubscribe();
  }

  /** What the user chose. */
  public ObjectProperty<Theme> choiceProperty() {
    return choice;
  }

  /** Whether the window is dark now. */
  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  /** Turns light into dark and the other way round. */
  public void toggle() {
    choice.set(dark.get() ? Theme.LIGHT : Theme.DARK);
  }

  private void apply(ColorScheme system) {
    boolean isDark =
        switch (choice.get()) {
          case LIGHT -> false;
          case DARK, CONTRAST -> true;
          case SYSTEM -> system == ColorScheme.DARK;
        };
    dark.set(isDark);
    Application.setUserAgentStylesheet(
        choice.get() == Theme.CONTRAST
            ? Stylesheets.of(Theming.class, "contrast.css")
            : isDark
                ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet());
  }
}
