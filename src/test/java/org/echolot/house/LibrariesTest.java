package org.echolot.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The libraries are those that were looked at when they were chosen, byte for byte, and each that
 * is shipped has its licence in the table.
 */
class LibrariesTest {

  /** A line of libraries.sha256: the hash, and where the jar is in a Maven repository. */
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) {2}(\\S+\\.jar)");

  /** The tail of the path of a jar in a repository: artifact, version, file name. */
  private static final Pattern IN_REPOSITORY =
      Pattern.compile("/([^/]+)/([^/]+)/(\\1-\\2[^/]*\\.jar)$");

  private static final Pattern ELEMENT =
      Pattern.compile("<(groupId|artifactId|version)>([^<]+)</\\1>");

  /** What other ways than the build's have to run tests. */
  private static final List<String> OTHER_RUNNERS =
      List.of("junit-platform-console-standalone-", "jazzer-junit-");

  private static final List<String> JAVAFX_SYSTEMS =
      List.of("linux", "linux-aarch64", "mac", "mac-aarch64", "win");

  private static Map<String, String> listed() throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    for (String line : Files.readAllLines(Repository.ROOT.resolve("libraries.sha256"))) {
      Matcher matcher = LINE.matcher(line);
      assertThat(matcher.matches()).as(line).isTrue();
      hashes.put(matcher.group(2), matcher.group(1));
    }
    return hashes;
  }

  /** The jars that this JVM runs with, and that lie in a Maven repository. */
  private static List<Path> jarsOfClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> IN_REPOSITORY.matcher(entry.replace('\\', '/')).find())
        .map(Path::of)
        .filter(Files::isRegularFile)
        .toList();
  }

  private static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** Where a jar is in its repository; what is not listed has the path of its file. */
  private static String nameIn(Set<String> listed, Path jar) {
    return listed.stream()
        .filter(name -> slashed(jar).endsWith("/" + name))
        .findFirst()
        .orElse(slashed(jar));
  }

  @Test
  void eachLibraryThatWeRunWithIsTheOneThatIsListed() throws IOException {
    Map<String, String> listed = listed();
    List<String> others = new ArrayList<>();
    List<Path> jars = jarsOfClassPath();
    for (Path jar : jars) {
      if (OTHER_RUNNERS.stream().anyMatch(jar.getFileName().toString()::startsWith)) {
        continue;
      }
      String name = nameIn(listed.keySet(), jar);
      String sum = sha256(jar);
      boolean cannotBeListed = !listed.containsKey(name) && name.contains("/org/dcm4che/");
      if (!cannotBeListed && !sum.equals(listed.get(name))) {
        others.add(sum + "  " + name);
      }
    }

    assertThat(jars).hasSizeGreaterThan(40);
    assertThat(others).isEmpty();
  }

  /** The repository of the build may lie anywhere: it is where JUnit comes from. */
  private static Path repository(Set<String> listed) {
    for (Path jar : jarsOfClassPath()) {
      String name = nameIn(listed, jar);
      if (listed.contains(name)) {
        String path = slashed(jar);
        return Path.of(path.substring(0, path.length() - name.length()));
      }
    }
    throw new AssertionError("no library is listed");
  }

  @Test
  void eachPluginThatIsThereIsTheOneThatIsListed() throws IOException {
    Map<String, String> listed = listed();
    Path repository = repository(listed.keySet());
    List<String> others = new ArrayList<>();
    int compared = 0;
    for (Map.Entry<String, String> entry : listed.entrySet()) {
      Path jar = repository.resolve(entry.getKey());
      if (Files.exists(jar)) {
        compared++;
        if (!sha256(jar).equals(entry.getValue())) {
          others.add(entry.getKey());
        }
      }
    }

    assertThat(compared).isGreaterThan(60);
    assertThat(others).isEmpty();
  }

  @Test
  void allThatThePomNamesIsListed() throws IOException {
    String pom = Files.readString(Repository.ROOT.resolve("pom.xml"));
    String build = pom.substring(0, pom.indexOf("<profiles>"));
    Map<String, String> properties = new TreeMap<>();
    Pattern.compile("<([a-z0-9.-]+\\.version)>([^<]+)</")
        .matcher(build)
        .results()
        .forEach(found -> properties.put("${" + found.group(1) + "}", found.group(2)));
    Set<String> listed = listed().keySet();
    Set<String> missing = new TreeSet<>();
    int named = 0;
    for (MatchResult element :
        Pattern.compile("<(plugin|path|dependency)>(.*?)</\\1>", Pattern.DOTALL)
            .matcher(build)
            .results()
            .toList()) {
      Map<String, String> part = new TreeMap<>();
      ELEMENT
          .matcher(element.group(2))
          .results()
          .forEach(found -> part.putIfAbsent(found.group(1), found.group(2)));
      String version = part.get("version");
      // A version that a list of JUnit's own gives is held by the class path above.
      if (version == null || element.group(2).contains("<type>pom</type>")) {
        continue;
      }
      named++;
      String artifact = part.get("artifactId");
      String folder =
          part.getOrDefault("groupId", "").replace('.', '/')
              + "/"
              + artifact
              + "/"
              + properties.getOrDefault(version, version)
              + "/";
      if (listed.stream().noneMatch(jar -> jar.startsWith(folder))) {
        missing.add(folder);
      }
    }

    assertThat(named).isGreaterThan(20);
    assertThat(missing).isEmpty();
  }

  @Test
  void javaFxIsListedForEachSystemThatItIsShippedFor() throws IOException {
    Set<String> listed = listed().keySet();
    for (String system : JAVAFX_SYSTEMS) {
      for (String module : List.of("base", "controls", "graphics")) {
        assertThat(listed)
            .as(module + " for " + system)
            .anyMatch(
                jar ->
                    jar.matches(
                        "org/openjfx/javafx-"
                            + module
                            + "/[^/]+/[^/]+-[0-9.]+-"
                            + system
                            + "\\.jar"));
      }
    }
  }

  @Test
  void eachLibraryThatIsShippedHasItsLicenceInTheTable() throws IOException {
    String table = Files.readString(Repository.ROOT.resolve("docs/licences.md"));
    Set<String> named = new TreeSet<>();
    Pattern.compile("`([a-z0-9.-]+):([A-Za-z0-9-]+)`")
        .matcher(table.substring(0, table.indexOf("Built with the profile")))
        .results()
        .forEach(found -> named.add(found.group(1).replace('.', '/') + "/" + found.group(2)));
    Map<String, Path> jars = new TreeMap<>();
    Set<String> listed = listed().keySet();
    jarsOfClassPath().forEach(jar -> jars.put(nameIn(listed, jar), jar));

    assertThat(named)
        .hasSizeGreaterThan(14)
        .containsExactlyElementsOf(ShippedLibraries.among(jars));
  }
}
