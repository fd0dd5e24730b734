package org.echolot.lab;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.echolot.peer.ScriptedPeer;

/** One computer of a {@link Lab}: a network namespace, with files of its own in {@code /etc}. */
public final class Machine {

  private static final Path NAMESPACES = Path.of("/run/netns");

  /** What {@code ip netns exec} lays over {@code /etc}, by the name of the namespace. */
  private static final Path FILES = Path.of("/etc/netns");

  private static final int CLONE_NEWNET = 0x4000_0000;

  private final String name;

  Machine(String name) {
    this.name = name;
  }

  /** The name of its namespace. */
  public String name() {
    return name;
  }

  /** What a command line begins with that is to be run here. */
  public List<String> prefix() {
    return List.of(
        "/usr/bin/env", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "ip", "netns", "exec", name);
  }

  /**
   * Runs a script of the POSIX shell here.
   *
   * @return what it wrote
   * @throws AssertionError if a command of it failed
   */
  public String run(String script) {
    return Shell.run(prefix(), script);
  }

  /**
   * Puts rules into this machine's firewall, beside those that are there.
   *
   * @param chain {@code input}, {@code forward} or {@code output}
   * @param rules as nft has them, for example {@code "ip daddr 10.77.2.31 drop"}
   */
  public void firewall(String chain, String... rules) {
    StringBuilder script =
        new StringBuilder(
            "nft add table inet lab; nft 'add chain inet lab "
                + chain
                + " { type filter hook "
                + chain
                + " priority 0; }'");
    for (String rule : rules) {
      script.append("; nft 'add rule inet lab ").append(chain).append(' ').append(rule).append("'");
    }
    run(script.toString());
  }

  /** Takes all rules out of this machine's firewall. */
  public void withoutFirewall() {
    run("nft flush ruleset");
  }

  /**
   * Delays or loses packets that leave by a network card.
   *
   * @param how as netem has it, for example {@code "delay 300ms"}
   * @return false where this kernel has no netem
   */
  public boolean netem(String device, String how) {
    return Shell.end(prefix(), "tc qdisc replace dev " + device + " root netem " + how).code() == 0;
  }

  /** Lets a file of {@code /etc} have other contents for what is run here from now on. */
  public void file(String nameInEtc, String contents) {
    try {
      Files.createDirectories(FILES.resolve(name));
      Files.writeString(FILES.resolve(name).resolve(nameInEtc), contents);
    } catch (IOException e) {
      throw new UncheckedIOException(nameInEtc, e);
    }
  }

  /**
   * A peer here that plays the same script on every connection, on all addresses of this machine,
   * by IPv4 and IPv6. Close it.
   */
  public ScriptedPeer playing(ScriptedPeer.Script script) {
    ServerSocket server = inside(() -> new ServerSocket(0, 512, InetAddress.ofLiteral("::")));
    return ScriptedPeer.alwaysPlayingOn(server, script);
  }

  /**
   * Does something here, in this process: a socket that is made in it belongs to this machine for
   * good, whoever uses it then. It must not start a thread, not even a virtual one: those that
   * carry it would stay here, and do the work of others.
   *
   * @throws AssertionError if it throws
   */
  public <T> T inside(Callable<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("in " + name)
            .start(
                () -> {
                  try {
                    enter();
                    done.complete(work.call());
                  } catch (Throwable e) {
                    done.completeExceptionally(e);
                  }
                });
    try {
      return done.get();
    } catch (ExecutionException e) {
      throw new AssertionError("in " + name, e.getCause());
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted in " + name, e);
    }
  }

  /** Moves the calling thread here. */
  private void enter() throws Throwable {
    MethodHandle open = function("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    MethodHandle setns = function("setns", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    MethodHandle close = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      int file = (int) open.invokeExact(arena.allocateFrom(NAMESPACES.resolve(name).toString()), 0);
      int result = (int) setns.invokeExact(file, CLONE_NEWNET);
      int _ = (int) close.invokeExact(file);
      if (file < 0 || result != 0) {
        throw new AssertionError("this thread can't enter " + name);
      }
    }
  }

  @SuppressWarnings("restricted") // the signatures are those of the system's manual
  private static MethodHandle function(String function, FunctionDescriptor type) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(function), type);
  }

  /** Ends what still runs in a namespace, and removes it with its files; never fails. */
  static void remove(String name) {
    Shell.Ended _ =
        Shell.end(
            List.of(),
            "ip netns pids "
                + name
                + " 2>/dev/null | xargs -r kill -9 2>/dev/null || true; ip netns delete "
                + name
                + " 2>/dev/null || true; rm -rf "
                + FILES.resolve(name)
                + "; rmdir --ignore-fail-on-non-empty "
                + FILES
                + " 2>/dev/null || true");
  }

  @Override
  public String toString() {
    return name;
  }
}
