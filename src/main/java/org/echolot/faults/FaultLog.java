package org.echolot.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.echolot.files.FileSteps;
import org.echolot.text.About;
import org.echolot.text.SafeLine;

/**
 * Keeps what no part of Echolot dealt with in a file of bounded size, with its stack, and tells
 * those who show it. The program goes on. Never throws, also where memory ran out or the disk is
 * full. Safe for use by any thread; it writes while the thread waits that had the fault.
 *
 * <p>A fault that comes again and again, once a frame for one, is kept and told a few times, and
 * then each time that its number has doubled.
 */
public final class FaultLog implements Thread.UncaughtExceptionHandler {

  /** A file that would grow longer makes way: it becomes {@code faults.log.1}. */
  static final int MAX_BYTES = 256 * 1024;

  /** A stack that never ends is cut. */
  private static final int MAX_DETAILS = 16 * 1024;

  private static final int TOLD_EACH_TIME = 3;
  private static final int MAX_KINDS = 200;

  private final Path file;
  private final UnaryOperator<String> withoutSecrets;
  private final InstantSource clock;
  private final FileSteps steps = FileSteps.REAL;
  private final Map<String, Integer> countByKind = new HashMap<>();
  private final List<Consumer<? super Fault>> readers = new CopyOnWriteArrayList<>();

  /**
   * @param file where they are kept; its folder is made when it is needed
   * @param withoutSecrets cuts what nobody is to see out of a text
   */
  public FaultLog(Path file, UnaryOperator<String> withoutSecrets, InstantSource clock) {
    this.file = file;
    this.withoutSecrets = withoutSecrets;
    this.clock = clock;
  }

  public Path file() {
    return file;
  }

  /** Has {@code reader} told of each fault, by the thread that had it. */
  public void addReader(Consumer<? super Fault> reader) {
    readers.add(reader);
  }

  @Override
  public void uncaughtException(Thread thread, Throwable fault) {
    try {
      int count = count(fault);
      if (count <= TOLD_EACH_TIME || Integer.bitCount(count) == 1) {
        Fault told = kept(thread, fault, count);
        readers.forEach(reader -> tell(thread, reader, told));
      }
    } catch (Throwable _) {
      // There is no memory to say it with; what had the fault goes on or ends without.
    }
  }

  private synchronized int count(Throwable fault) {
    StackTraceElement[] stack = fault.getStackTrace();
    String kind = fault.getClass().getName() + (stack.length == 0 ? "" : stack[0]);
    if (countByKind.size() >= MAX_KINDS) {
      countByKind.clear();
    }
    return countByKind.merge(kind, 1, Integer::sum);
  }

  private Fault kept(Thread thread, Throwable fault, int count) {
    String words = SafeLine.of(withoutSecrets.apply(fault.toString()));
    StringWriter stack = new StringWriter();
    fault.printStackTrace(new PrintWriter(stack));
    String details =
        clock.instant().truncatedTo(ChronoUnit.MILLIS)
            + " in the thread \""
            + SafeLine.of(withoutSecrets.apply(thread.getName()))
            + '"'
            + (count == 1 ? "" : ", " + count + " times by now")
            + '\n'
            + About.program()
            + ", "
            + About.java()
            + ", "
            + About.system()
            + '\n'
            + safeLines(withoutSecrets.apply(stack.toString()))
            + '\n';
    return new Fault(words, details, write(details));
  }

  private static String safeLines(String text) {
    String cut = text.length() <= MAX_DETAILS ? text : text.substring(0, MAX_DETAILS) + "\n…";
    StringBuilder lines = new StringBuilder();
    cut.lines().forEach(line -> lines.append(SafeLine.of(line.replace("\t", "    "))).append('\n'));
    return lines.toString();
  }

  private synchronized boolean write(String details) {
    byte[] bytes = details.getBytes(StandardCharsets.UTF_8);
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        steps.createFolders(folder);
      }
      if (Files.exists(file) && Files.size(file) + bytes.length > MAX_BYTES) {
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return true;
    } catch (IOException | RuntimeException _) {
      return false;
    }
  }

  private void tell(Thread thread, Consumer<? super Fault> reader, Fault fault) {
    try {
      reader.accept(fault);
    } catch (RuntimeException inTelling) {
      // It is kept, and told nobody: that would never end.
      Fault _ = kept(thread, inTelling, 1);
    }
  }
}
