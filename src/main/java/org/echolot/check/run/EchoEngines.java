package org.echolot.check.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.echolot.check.EchoEngine;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.material.TlsMaterials;
import org.jspecify.annotations.Nullable;

/**
 * The engines that this build has, our own first. Others are looked for when they are asked for: it
 * takes the opening of every library, which is most of the time of a short command. Safe for use by
 * any thread.
 */
public final class EchoEngines {

  /** Names the engine to check with where no option and no choice in the window does. */
  public static final String VARIABLE = "ECHOLOT_ENGINE";

  /** The engine that some builds have. */
  private static final String DCM4CHE = "dcm4che";

  private final EchoEngine first;
  private final Supplier<List<EchoEngine>> others;
  private @Nullable List<EchoEngine> all;

  private EchoEngines(EchoEngine first, Supplier<List<EchoEngine>> others) {
    this.first = first;
    this.others = others;
  }

  /**
   * These engines.
   *
   * @param all at least one; names are unique
   * @throws IllegalArgumentException if there is none
   */
  public static EchoEngines of(List<EchoEngine> all) {
    if (all.isEmpty()) {
      throw new IllegalArgumentException("there is no engine");
    }
    return new EchoEngines(all.getFirst(), () -> all.subList(1, all.size()));
  }

  /** The one engine that there is. */
  public static EchoEngines of(EchoEngine engine) {
    return of(List.of(engine));
  }

  /**
   * Our own engine and those that are found on the class path. One that can't be loaded is left
   * out.
   *
   * @param materials the files with certificates and keys
   * @param secrets has the passcodes and tokens of user identities
   */
  public static EchoEngines installed(TlsMaterials materials, SecretBook secrets) {
    return new EchoEngines(new OwnEngine(materials, secrets), () -> found(materials, secrets));
  }

  private static List<EchoEngine> found(TlsMaterials materials, SecretBook secrets) {
    List<EchoEngine> found = new ArrayList<>();
    try {
      ServiceLoader.load(EchoEngine.class)
          .forEach(e -> found.add(e.equippedWith(materials, secrets)));
    } catch (ServiceConfigurationError | LinkageError _) {
      // Its stack is not there. It is missed when it is asked for by name.
    }
    return found;
  }

  /** All of them, looked for once. It reads files, the first time. */
  public synchronized List<EchoEngine> all() {
    List<EchoEngine> known = all;
    if (known == null) {
      known = Stream.concat(Stream.of(first), others.get().stream()).toList();
      all = known;
    }
    return known;
  }

  /** The engine that checks where nobody asks for another. */
  public EchoEngine first() {
    return first;
  }

  /** The engine of that name, compared without regard to case. */
  public Optional<EchoEngine> named(String name) {
    return first.name().equalsIgnoreCase(name)
        ? Optional.of(first)
        : all().stream().filter(engine -> engine.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The engine of that name, or the first where there is none of that name. */
  EchoEngine namedOrFirst(String name) {
    return named(name).orElseGet(this::first);
  }

  /** Whether there is a second engine to compare with. */
  public boolean canCompare() {
    return all().size() > 1;
  }

  /** Why there is no engine of that name, and how to get one, in one line. */
  public String whyNone(String name) {
    String asked = name.toLowerCase(Locale.ROOT);
    String has = String.join(", ", all().stream().map(EchoEngine::name).toList());
    return asked.equals(DCM4CHE)
        ? "this Echolot has no engine 'dcm4che' (it has "
            + has
            + "), and works without; 'bin/run echo --engine dcm4che' in the folder of the sources"
            + " gets it, see docs/engines.md"
        : "there is no engine '" + asked + "' in this build; it has " + has;
  }
}
