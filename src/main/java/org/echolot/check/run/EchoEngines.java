package org.echolot.check.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.echolot.check.EchoEngine;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.material.TlsMaterials;

/**
 * The engines that this build has, our own first.
 *
 * @param all at least one; names are unique
 */
public record EchoEngines(List<EchoEngine> all) {

  /** The engines that some builds have, and how to get such a build. */
  private static final String DCM4CHE = "dcm4che";

  /**
   * @throws IllegalArgumentException if there is none
   */
  public EchoEngines {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("there is no engine");
    }
  }

  /** The one engine that there is. */
  public static EchoEngines of(EchoEngine engine) {
    return new EchoEngines(List.of(engine));
  }

  /**
   * Our own engine and those that are found on the class path. One that can't be loaded is left
   * out.
   *
   * @param materials the files with certificates and keys
   * @param secrets has the passcodes and tokens of user identities
   */
  public static EchoEngines installed(TlsMaterials materials, SecretBook secrets) {
    List<EchoEngine> found = new ArrayList<>();
    found.add(new OwnEngine(materials, secrets));
    try {
      ServiceLoader.load(EchoEngine.class)
          .forEach(e -> found.add(e.equippedWith(materials, secrets)));
    } catch (ServiceConfigurationError | LinkageError _) {
      // Its stack is not there. It is missed when it is asked for by name.
    }
    return new EchoEngines(found);
  }

  /** The engine that checks where nobody asks for another. */
  public EchoEngine first() {
    return all.getFirst();
  }

  /** The engine of that name, compared without regard to case. */
  public Optional<EchoEngine> named(String name) {
    return all.stream().filter(engine -> engine.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The engine of that name, or the first where there is none of that name. */
  EchoEngine namedOrFirst(String name) {
    return named(name).orElseGet(this::first);
  }

  /** Whether there is a second engine to compare with. */
  public boolean canCompare() {
    return all.size() > 1;
  }

  /** Why there is no engine of that name, and how to get one, in one line. */
  public String whyNone(String name) {
    String asked = name.toLowerCase(Locale.ROOT);
    String has = String.join(", ", all.stream().map(EchoEngine::name).toList());
    return asked.equals(DCM4CHE)
        ? "this build has no engine 'dcm4che' (it has "
            + has
            + "); 'mvn -Pdcm4che package' builds one that has, see docs/engines.md"
        : "there is no engine '" + asked + "' in this build; it has " + has;
  }
}
