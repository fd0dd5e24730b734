package org.echolot.ui;

import java.net.URL;
import java.util.Objects;

/** Finds the style sheets that lie beside the classes. */
public final class Stylesheets {

  private Stylesheets() {}

  /**
   * The address of the style sheet with all that the window looks like beside the theme: for each
   * scene.
   */
  public static String look() {
    return of(Stylesheets.class, "look.css");
  }

  /**
   * The address of a style sheet for a scene or a node.
   *
   * @param owner a class of the package in which it lies
   */
  public static String of(Class<?> owner, String name) {
    URL url = Objects.requireNonNull(owner.getResource(name), () -> "Resource not found: " + name);
    return url.toExternalForm();
  }
}
