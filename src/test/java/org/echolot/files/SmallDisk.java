package org.echolot.files;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A disk of 256 KiB of its own, in memory. Only root of a Linux can have one; elsewhere the test is
 * skipped and says so.
 */
public final class SmallDisk implements AutoCloseable {

  private static final String OPTIONS = "size=256k,mode=0755";
  private static final int BLOCK = 4096;

  private final Path root;
  private final Path ballast;

  private SmallDisk(Path root) {
    this.root = root;
    this.ballast = root.resolve("ballast");
  }

  /** Mounts it on {@code folder}, which is empty. */
  public static SmallDisk mount(Path folder) throws IOException {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && "root".equals(System.getProperty("user.name")),
        "only root of a Linux can mount a disk");
    String fault = end("mount", "-t", "tmpfs", "-o", OPTIONS, "none", folder.toString());
    assumeTrue(fault.isEmpty(), "no disk can be mounted here: " + fault);
    return new SmallDisk(folder);
  }

  public Path root() {
    return root;
  }

  /** Leaves no room for another byte. */
  public void fill() throws IOException {
    byte[] block = new byte[BLOCK];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      for (int i = 0; i < 10_000; i++) {
        out.write(block);
      }
    } catch (IOException _) {
      return;
    }
    throw new IOException("the disk has no end");
  }

  /** Makes room again. */
  public void clear() throws IOException {
    Files.deleteIfExists(ballast);
  }

  /** Lets nobody write, root neither. */
  public void makeReadOnly() throws IOException {
    remount("ro");
  }

  /** Lets all write again. */
  public void makeWritable() throws IOException {
    remount("rw");
  }

  private void remount(String mode) throws IOException {
    String fault = end("mount", "-o", "remount," + mode, root.toString());
    if (!fault.isEmpty()) {
      throw new IOException(fault);
    }
  }

  @Override
  public void close() throws IOException {
    // Lazily: what a test left open is no reason to keep it.
    String fault = end("umount", "-l", root.toString());
    if (!fault.isEmpty()) {
      throw new IOException(fault);
    }
  }

  /** What the program says if it fails. */
  private static String end(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "it does not end";
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(e.getMessage());
    }
    return process.exitValue() == 0 ? "" : said.strip() + " (" + process.exitValue() + ")";
  }
}
