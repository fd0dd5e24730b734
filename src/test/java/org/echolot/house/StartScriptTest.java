package org.echolot.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** bin/run with an installation and a Java that are made up: what it does with the cache. */
@Timeout(60)
class StartScriptTest {

  /** Makes a cache where it is told to, and else says how it was called. */
  private static final String JAVA =
      """
      #!/bin/bash
      for word in "$@"; do
        case $word in
          -XX:AOTMode=create) creates=1 ;;
          -XX:AOTMode=record) records=1 ;;
          -XX:AOTCache=*) cache=${word#*=} ;;
        esac
      done
      if [ -n "${creates-}" ]; then
        [ ! -e "${0%/*}/refuses" ] || { echo "made up: no cache"; exit 1; }
        echo cache >"$cache"
      elif [ -z "${records-}" ]; then
        printf '%s\\n' "$@"
      fi
      """;

  @TempDir Path folder;
  private Path root;
  private Path jdk;
  private Path app;

  @BeforeEach
  void install() throws IOException {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "the others have other tools");
    root = Files.createDirectories(folder.resolve("program"));
    jdk = folder.resolve("jdk");
    app = root.resolve("target/run");
    Files.createDirectories(app.resolve("lib"));
    Files.createDirectories(root.resolve("src/main"));
    Files.createDirectories(root.resolve("icons"));
    Files.createDirectories(root.resolve("bin"));
    Files.createDirectories(jdk.resolve("bin"));
    for (String script : List.of("run", "setup.sh", "java.security")) {
      Files.copy(
          Repository.ROOT.resolve("bin").resolve(script), root.resolve("bin").resolve(script));
    }
    executable(root.resolve("bin/run"), Files.readString(root.resolve("bin/run")));
    executable(jdk.resolve("bin/java"), JAVA);
    executable(jdk.resolve("bin/javac"), "");
    release("One");
    Files.writeString(root.resolve("pom.xml"), "");
    Files.writeString(app.resolve("echolot.jar"), "");
    Files.writeString(app.resolve("built"), "");
    allow(folder, "rwxr-xr-x");
  }

  private void release(String implementor) throws IOException {
    Files.writeString(
        jdk.resolve("release"),
        "IMPLEMENTOR=\"" + implementor + "\"\nJAVA_VERSION=\"25.0.9\"\nOS_ARCH=\"x86_64\"\n");
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    allow(file, "rwxr-xr-x");
  }

  private static void allow(Path file, String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  /**
   * What was said on both streams.
   *
   * @param nobody whether a user without rights starts it, not the one who installed it
   */
  private List<String> start(boolean nobody, String... args) throws Exception {
    List<String> command = new ArrayList<>();
    if (nobody) {
      command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    }
    command.add(root.resolve("bin/run").toString());
    command.addAll(List.of(args));
    return said(command);
  }

  private List<String> said(List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(folder.toFile()).redirectInput(new File("/dev/null"));
    builder.environment().put("ECHOLOT_JAVA_HOME", jdk.toString());
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("user").toString());
    builder.environment().remove("DISPLAY");
    Process process = builder.start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .toList();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return lines;
  }

  private static List<Path> caches(Path place) throws IOException {
    if (Files.notExists(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(file -> file.toString().endsWith(".aot")).toList();
    }
  }

  private static void requireRoot() {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can be somebody else");
  }

  @Test
  void theCacheIsMadeOnceAndUsed() throws Exception {
    assertThat(start(false, "--version")).first().isEqualTo("Preparing a fast start (once) ...");

    assertThat(caches(app)).hasSize(1);
    assertThat(start(false, "--version"))
        .contains("-XX:AOTCache=" + caches(app).getFirst(), "org.echolot.Echolot", "--version")
        .noneMatch(line -> line.startsWith("Preparing"));
  }

  @Test
  void anotherJavaHasAnotherCache() throws Exception {
    start(false, "--version");
    release("Two");

    assertThat(start(false, "--version"))
        .contains("Preparing a fast start (once) ...")
        .anyMatch(line -> line.matches("-XX:AOTCache=.*-Two-x86_64\\.aot"));
    assertThat(caches(app)).hasSize(2);
  }

  @Test
  void whatCannotBeMadeIsSaidOnceAndMissedThen() throws Exception {
    Files.createFile(jdk.resolve("bin/refuses"));

    assertThat(start(false, "--version"))
        .anyMatch(line -> line.startsWith("That failed, so each start is slower"))
        .contains("--version");
    assertThat(app.resolve("cache.log")).content().contains("made up: no cache");
    assertThat(start(false, "--version"))
        .noneMatch(line -> line.startsWith("Preparing") || line.startsWith("-XX:AOTCache"))
        .contains("--version");
  }

  @Test
  void anotherUserTakesTheCacheThatTheOwnerMade() throws Exception {
    requireRoot();
    start(false, "--version");

    assertThat(start(true, "--version"))
        .contains("-XX:AOTCache=" + caches(app).getFirst())
        .noneMatch(line -> line.startsWith("Preparing"));
  }

  @Test
  void whoCannotWriteToTheProgramMakesACacheOfTheirOwn() throws Exception {
    requireRoot();
    Path user = Files.createDirectory(folder.resolve("user"));
    allow(user, "rwxrwxrwx");

    assertThat(start(true, "--version")).contains("Preparing a fast start (once) ...");
    assertThat(caches(app)).isEmpty();
    Path own = caches(user.resolve("echolot")).getFirst();
    assertThat(start(true, "--version")).contains("-XX:AOTCache=" + own);
  }

  @Test
  void aCacheOfAnotherBuildIsMadeAnew() throws Exception {
    requireRoot();
    Path user = Files.createDirectory(folder.resolve("user"));
    allow(user, "rwxrwxrwx");
    start(true, "--version");
    Path own = caches(user.resolve("echolot")).getFirst();
    Files.setLastModifiedTime(own, FileTime.fromMillis(0));

    assertThat(start(true, "--version")).contains("Preparing a fast start (once) ...");
  }

  @Test
  void whereNothingCanBeWrittenItStartsAndSaysOnATerminalWhatIsSlowerAndWhy() throws Exception {
    requireRoot();
    String line = root.resolve("bin/run") + " --version";

    assertThat(start(true, "--version")).contains("--version").noneMatch(l -> l.contains("slow"));
    assertThat(inTerminal("setpriv --reuid=65534 --regid=65534 --clear-groups " + line))
        .contains("--version")
        .anyMatch(
            said ->
                said.startsWith("Echolot starts more slowly without its ahead-of-time cache: ")
                    && said.contains("can be written to"));
  }

  @Test
  void onAFullDiskItStartsAndSaysWhatIsSlowerAndWhy() throws Exception {
    Path tools = Files.createDirectory(folder.resolve("tools"));
    executable(
        tools.resolve("df"), "#!/bin/sh\necho 'Filesystem'\necho '/dev/full 100 100 0 100% /'\n");
    String line = "PATH=" + tools + ":$PATH " + root.resolve("bin/run") + " --version";

    assertThat(inTerminal(line))
        .contains("--version")
        .anyMatch(said -> said.contains("more slowly") && said.contains("there is no room for it"));
    assertThat(caches(app)).isEmpty();
  }

  private List<String> inTerminal(String line) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script is not installed");
    return said(List.of("/usr/bin/script", "-qec", line, "/dev/null"));
  }

  @Test
  void onlyWhatRepeatsIsCompiledBetter() throws Exception {
    start(false, "--version");

    assertThat(start(false, "echo", "A@b:1")).contains("-XX:TieredStopAtLevel=1");
    assertThat(start(false, "echo", "--repeat", "600", "A@b:1"))
        .doesNotContain("-XX:TieredStopAtLevel=1");
  }

  @Test
  void theJavaOnThePathIsTakenThoughItIsALink() throws Exception {
    start(false, "--version");
    Path links = Files.createDirectory(folder.resolve("links"));
    Files.createSymbolicLink(links.resolve("javac"), jdk.resolve("bin/javac"));

    assertThat(
            said(
                List.of(
                    "env",
                    "--unset=ECHOLOT_JAVA_HOME",
                    "--unset=JAVA_HOME",
                    "PATH=" + links + ":" + System.getenv("PATH"),
                    root.resolve("bin/run").toString(),
                    "--version")))
        .as("what the made up Java says")
        .contains("-XX:AOTCache=" + caches(app).getFirst(), "org.echolot.Echolot");
  }

  @Test
  void withoutAHomeOrALanguageItStartsAndTakesAnyFileName() throws Exception {
    executable(jdk.resolve("bin/java"), JAVA + "echo language=$LC_ALL\n");

    assertThat(
            said(
                List.of(
                    "env",
                    "--unset=HOME",
                    "--unset=LANG",
                    "--unset=LC_CTYPE",
                    "LC_ALL=C",
                    "ECHOLOT_JAVA_HOME=" + jdk,
                    root.resolve("bin/run").toString(),
                    "--version")))
        .contains("language=C.UTF-8")
        .noneMatch(line -> line.contains("unbound"));
  }

  @Test
  void aLinkToItStartsItToo() throws Exception {
    start(false, "--version");
    Path link = Files.createSymbolicLink(folder.resolve("echolot"), root.resolve("bin/run"));

    assertThat(said(List.of(link.toString(), "--version"))).contains("--version");
  }
}
