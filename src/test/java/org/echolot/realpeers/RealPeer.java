package org.echolot.realpeers;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.echolot.peer.HeldPort;

/**
 * A program of other people that listens on a free port of this computer until it is closed, which
 * happens at the latest when the JVM ends. Its folder is temporary.
 */
public final class RealPeer implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration END = Duration.ofSeconds(5);

  /** Writes what the program needs into its folder. */
  @FunctionalInterface
  public interface Preparation {

    /**
     * @return the command line
     */
    List<String> prepare(Path folder, int port) throws IOException;
  }

  private final String name;
  private final Path folder;
  private final HeldPort port;
  private final Process process;
  private final Thread lastResort;

  private RealPeer(String name, Path folder, HeldPort port, Process process) {
    this.name = name;
    this.folder = folder;
    this.port = port;
    this.process = process;
    this.lastResort = Thread.ofPlatform().name("stop " + name).unstarted(this::end);
  }

  /**
   * Starts a peer and waits until it listens.
   *
   * @throws AssertionError if it does not; the message holds its log
   */
  public static RealPeer start(String name, Preparation preparation) {
    return startIn(List.of(), name, preparation);
  }

  /**
   * The same in another network.
   *
   * @param prefix what a command line begins with that is to be run there
   */
  public static RealPeer startIn(List<String> prefix, String name, Preparation preparation) {
    RealPeer peer = launch(prefix, name, preparation);
    if (!peer.isReady()) {
      String log = peer.log();
      peer.close();
      throw new AssertionError(name + " does not start. Its log:\n" + log);
    }
    return peer;
  }

  private static RealPeer launch(List<String> prefix, String name, Preparation preparation) {
    try {
      Path folder = Files.createTempDirectory("echolot-" + name.replaceAll("\\W+", "-"));
      HeldPort port = HeldPort.open();
      List<String> command = new ArrayList<>(prefix);
      command.addAll(preparation.prepare(folder, port.number()));
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"))
              .redirectOutput(logIn(folder).toFile())
              .start();
      RealPeer peer = new RealPeer(name, folder, port, process);
      Runtime.getRuntime().addShutdownHook(peer.lastResort);
      return peer;
    } catch (IOException e) {
      throw new UncheckedIOException(name + " does not start", e);
    }
  }

  /** Waits until it listens; false when it ended instead. */
  private boolean isReady() {
    await(name + " listens on port " + port())
        .atMost(START)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> !process.isAlive() || ListeningSockets.has(process.pid(), port()));
    return process.isAlive();
  }

  /** The port on which it speaks. */
  public int port() {
    return port.number();
  }

  /** The process, to be looked at. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** What it wrote until now, for the message of an assertion that failed. */
  public String log() {
    try {
      return name
          + " on port "
          + port()
          + " says:\n"
          + Files.readString(logIn(folder), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "the log of " + name + " can't be read: " + e;
    }
  }

  private static Path logIn(Path folder) {
    return folder.resolve("log.txt");
  }

  /** Stops the program and removes its folder. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(lastResort);
    } catch (IllegalStateException _) {
      // The JVM ends already, and the hook does the same as this.
    }
    end();
  }

  private void end() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    children.forEach(ProcessHandle::destroyForcibly);
    remove();
  }

  private void remove() {
    try (port;
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name + " left files behind", e);
    }
  }
}
