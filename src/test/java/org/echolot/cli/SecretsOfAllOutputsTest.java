package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.echolot.cli.option.Command;
import org.echolot.cli.option.Completion;
import org.echolot.cli.option.Option;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;
import org.echolot.peer.Answers;
import org.echolot.peer.ScriptedPeer;
import org.echolot.peer.ScriptedPeer.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A peer that says our secret back, however it spells it, puts it into no output of any kind. The
 * commands, their formats and the files that they write are taken from what the commands declare,
 * and the pages of the monitor from what it says of itself: a new one is tried, or told here.
 */
@Timeout(120)
class SecretsOfAllOutputsTest {

  private static final String SECRET = "Xq7-Vw9!kR2_Zj4$";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How a peer may spell it: as bytes of its answer. */
  private static final Map<String, Function<byte[], byte[]>> SPELLINGS =
      Map.of(
          "text", s -> s,
          "upper case", s -> latin1(text(s).toUpperCase(Locale.ROOT)),
          "reversed", s -> latin1(new StringBuilder(text(s)).reverse().toString()),
          "hex", s -> latin1(HexFormat.of().formatHex(s)),
          "HEX:", s -> latin1(HexFormat.ofDelimiter(":").withUpperCase().formatHex(s)),
          "Base64", s -> Base64.getEncoder().encode(s),
          "URL", s -> latin1(java.net.URLEncoder.encode(text(s), StandardCharsets.UTF_8)),
          "%hex", s -> latin1(HexFormat.of().withPrefix("%").withUpperCase().formatHex(s)),
          "UTF-16LE", s -> text(s).getBytes(StandardCharsets.UTF_16LE),
          "UTF-16BE", s -> text(s).getBytes(StandardCharsets.UTF_16BE));

  /** Options with the name of a file that is written; all are given at once. */
  private static final Map<String, List<String>> WRITES =
      Map.of(
          "--capture", List.of("all.pcapng"),
          "--ticket", List.of("ticket.txt", "ticket.md", "ticket.zip"),
          "--report", List.of("report.html", "report.csv"));

  private static final Set<String> READS =
      Set.of(
          "--peers",
          "--trusted",
          "--trusted-password-file",
          "--client-cert",
          "--client-key",
          "--client-cert-password-file",
          "--user-secret-file",
          "--compare-with");

  @TempDir Path folder;

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] latin1) {
    return new String(latin1, StandardCharsets.ISO_8859_1);
  }

  static Stream<String> spellings() {
    return SPELLINGS.keySet().stream().sorted();
  }

  private static byte[] spelled(String spelling) {
    return Objects.requireNonNull(SPELLINGS.get(spelling)).apply(latin1(SECRET));
  }

  /** Says it wherever an answer has room for it. */
  private static Script saying(byte[] said) {
    String text = text(said);
    return line -> {
      AssociateRq rq = line.receive(AssociateRq.class);
      line.send(
          Answers.acceptance(
              rq,
              Answers.contexts(rq, PresentationContextAc.ACCEPTANCE),
              new UserInformation(
                  List.of(
                      new UserItem.MaxPduLength(16_384),
                      new UserItem.ImplementationClassUid(Answers.CLASS_UID),
                      new UserItem.ImplementationVersionName(text)))));
      if (line.receive() instanceof PDataTf) {
        line.send(new PDataTf(List.of(Pdv.command(1, true, failure(text)))));
        line.receive();
      }
      line.send(new ReleaseRp());
      line.discardUntilClosed();
    };
  }

  private static Octets failure(String comment) {
    return new CommandSet.Builder()
        .uid(CommandSet.AFFECTED_SOP_CLASS_UID, Uids.VERIFICATION)
        .unsignedShort(CommandSet.COMMAND_FIELD, CEchoRsp.COMMAND)
        .unsignedShort(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, 1)
        .unsignedShort(CommandSet.COMMAND_DATA_SET_TYPE, CommandSet.NO_DATA_SET)
        .unsignedShort(CommandSet.STATUS, 0x0110)
        .uid(CommandSet.ERROR_COMMENT, comment)
        .build()
        .encode();
  }

  // The table

  /** Each command that can have a user's secret, and each of its formats. */
  private static List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>();
    CommandLineRun run = new CommandLineRun(Path.of("."));
    Command all = new EcholotCommand(run.environment(OutputStream.nullOutputStream()));
    for (Command command : all.below()) {
      List<Option> options = command.declaration().options();
      if (options.stream().noneMatch(option -> option.name().equals("--user-secret-env"))) {
        continue;
      }
      List<String> line = new ArrayList<>(List.of(command.name()));
      if (options.stream().anyMatch(option -> option.name().equals("--log"))) {
        line.addAll(List.of("--log", "trace"));
      }
      if (options.stream().anyMatch(option -> option.name().equals("--timeout"))) {
        line.addAll(List.of("--timeout", "5s"));
      }
      List<String> formats =
          options.stream()
              .filter(option -> option.name().equals("--format"))
              .flatMap(option -> words(option).stream())
              .toList();
      if (formats.isEmpty()) {
        lines.add(line);
      }
      formats.forEach(
          format ->
              lines.add(Stream.concat(line.stream(), Stream.of("--format", format)).toList()));
      for (Option option : options) {
        if (option.completion() == Completion.Source.FILES) {
          assertThat(WRITES.containsKey(option.name()) || READS.contains(option.name()))
              .as("%s %s is known to this test", command.name(), option.name())
              .isTrue();
          WRITES
              .getOrDefault(option.name(), List.of())
              .forEach(
                  file ->
                      lines.add(
                          Stream.concat(line.stream(), Stream.of(option.name(), file)).toList()));
        }
      }
    }
    return lines;
  }

  private static List<String> words(Option option) {
    return option.completion() instanceof Completion.Words(List<String> words) ? words : List.of();
  }

  static Stream<String> commands() {
    return lines().stream().map(line -> String.join(" ", line)).distinct();
  }

  @Test
  void theTableHasAllThatIsKnownToWrite() {
    assertThat(commands())
        .contains(
            "echo --log trace --timeout 5s --format json",
            "echo --log trace --timeout 5s --format junit",
            "echo --log trace --timeout 5s --format prometheus",
            "echo --log trace --timeout 5s --ticket ticket.zip",
            "echo --log trace --timeout 5s --capture all.pcapng",
            "echo --log trace --timeout 5s --report report.html",
            "watch --log trace --format json")
        .hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void noneHasWhatAPeerSaysBack(String command) throws Exception {
    for (String spelling : spellings().toList()) {
      byte[] said = spelled(spelling);
      AtomicInteger asked = new AtomicInteger();
      Script saying = saying(said);
      try (ScriptedPeer peer =
          ScriptedPeer.playing(
              line -> {
                asked.incrementAndGet();
                saying.play(line);
              })) {
        CommandLineRun run = new CommandLineRun(folder).with("SECRET", SECRET);
        List<String> line = new ArrayList<>(List.of(command.split(" ", -1)));
        line.addAll(List.of("--user", "someone", "--user-secret-env", "SECRET"));
        line.add("PEER@127.0.0.1:" + peer.port());
        if (command.startsWith("watch ")) {
          watch(run, line, peer.port());
        } else {
          int _ = run.run(line.toArray(String[]::new));
        }

        assertThat(asked.get()).as(run.err()).isPositive();
        requireNoneIn(run.out().getBytes(StandardCharsets.UTF_8), said, "standard output");
        requireNoneIn(run.err().getBytes(StandardCharsets.UTF_8), said, "standard error");
        requireNoneInFiles(folder, said);
      }
    }
    for (String format : List.of("text", "json", "csv")) {
      CommandLineRun history = new CommandLineRun(folder);
      int _ = history.run("history", "--format", format);
      for (String spelling : spellings().toList()) {
        requireNoneIn(latin1(history.out()), spelled(spelling), "history " + format);
      }
    }
  }

  /** Watches until what it serves was read. */
  private static void watch(CommandLineRun run, List<String> line, int peerPort) throws Exception {
    line.addAll(List.of("--serve", "127.0.0.1:0"));
    CompletableFuture<Integer> code =
        CompletableFuture.supplyAsync(
            () -> run.run(line.toArray(String[]::new)), work -> Thread.ofVirtual().start(work));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                (run.out() + run.err()).contains("http://") && run.err().contains("A-RELEASE-RP"));
    try (HttpClient client = HttpClient.newHttpClient()) {
      Matcher address = Pattern.compile("http://[^\\s/\"]+").matcher(run.out() + run.err());
      assertThat(address.find()).isTrue();
      String base = address.group();
      Set<String> pages = new TreeSet<>(List.of("/style.css"));
      Matcher named = Pattern.compile("(/[a-z]*)(?=[,. ]|$)").matcher(get(client, base + "/none"));
      while (named.find()) {
        pages.add(named.group(1));
      }
      assertThat(pages).contains("/", "/probe", "/sd", "/metrics");
      String target = "?target=PEER@127.0.0.1:" + peerPort;
      pages.addAll(List.of("/probe" + target, "/probe" + target + "&debug=true"));
      for (String page : pages) {
        run.environment(OutputStream.nullOutputStream()).err().println(get(client, base + page));
      }
      assertThat(run.err()).contains("Log of the check:");
    } finally {
      run.terminated().stop();
      assertThat(code.get()).isIn(0, 1);
    }
  }

  private static String get(HttpClient client, String url) throws Exception {
    return client
        .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static void requireNoneInFiles(Path folder, byte[] said) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        requireNoneIn(latin1(folder.relativize(file).toString()), said, "the name of " + file);
        if (Files.isRegularFile(file)) {
          byte[] content = Files.readAllBytes(file);
          requireNoneIn(content, said, file.toString());
          if (file.toString().endsWith(".zip")) {
            requireNoneInZip(content, said);
          }
        }
      }
    }
  }

  private static void requireNoneInZip(byte[] content, byte[] said) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      int count = 0;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        requireNoneIn(latin1(entry.getName()), said, "a name in the ZIP");
        requireNoneIn(zip.readAllBytes(), said, entry.getName());
        count++;
      }
      assertThat(count).isPositive();
    }
  }

  /** Neither what the peer said nor a part of it that gives five characters of the secret away. */
  private static void requireNoneIn(byte[] output, byte[] said, String where) {
    String all = text(output);
    String shown = all.replaceAll("[ :\\\\.]|x00|u0000", "");
    for (byte[] each : List.of(latin1(SECRET), said)) {
      int part = each.length <= SECRET.length() ? 5 : 5 * each.length / SECRET.length();
      for (int from = 0; from + part <= each.length; from++) {
        String piece = text(each).substring(from, from + part);
        assertThat(all).as(where).doesNotContain(piece);
        assertThat(shown)
            .as("%s, without what separates", where)
            .doesNotContain(piece.replaceAll("[ :\\\\.\0]", ""));
      }
    }
  }

  @Test
  void theSecretDidGoOut() throws Exception {
    ByteArrayOutputStream came = new ByteArrayOutputStream();
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              came.writeBytes(PduEncoder.encode(line.receive(AssociateRq.class)).toByteArray());
              line.discardUntilClosed();
            })) {
      int _ =
          new CommandLineRun(folder)
              .with("SECRET", SECRET)
              .run(
                  "echo",
                  "--user",
                  "someone",
                  "--user-secret-env",
                  "SECRET",
                  "--timeout",
                  "1s",
                  "PEER@127.0.0.1:" + peer.port());
    }
    assertThat(text(came.toByteArray())).contains(SECRET);
  }
}
