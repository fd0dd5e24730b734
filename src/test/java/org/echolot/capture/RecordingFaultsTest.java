package org.echolot.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.echolot.journal.CheckNarrator;
import org.echolot.journal.Journal;
import org.echolot.journal.LineSource;
import org.echolot.json.JsonDocument.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are no recordings, or were tampered with. */
class RecordingFaultsTest {

  private static final Pattern VALUE =
      Pattern.compile("(?<=[:\\[,]\\s{1,20})(?:\"(?:[^\"\\\\]++|\\\\.)*+\"|-?\\d+|true|false)");
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "{}",
          "[]",
          "[[]]",
          "\"\"",
          "\"\\u0000\"",
          "0",
          "-1",
          "256",
          "65536",
          "2147483647",
          "2147483648",
          "999999999999999999",
          "9999999999999999999",
          "1e9",
          "\"00\"",
          "\"01 00 00 00 00 02 00 00\"",
          "\"04 00 00 00 00 06 00 00 00 02 01 03\"",
          "\"+1000000000-12-31T23:59:59.999999999Z\"",
          "\"1970-01-01T00:00:00Z\"",
          "\"MIIB\"",
          "\"%\"",
          "\"::%1\"",
          "\"checkEnded\"",
          "\"tlsShown\"",
          "\"pduReceived\"",
          "\"TLS\"",
          "\"FAILURE\"");

  private static final byte[] FILE = RecordingFile.bytes(RecordedSamples.full());
  private static final String TEXT = new String(FILE, StandardCharsets.UTF_8);

  private static FaultException faultOf(byte[] file) {
    FaultException fault =
        catchThrowableOfType(FaultException.class, () -> RecordingFile.read(file));
    assertThat(fault).as("what was read without a fault").isNotNull();
    assertThat(fault.getMessage()).isNotBlank().doesNotContain("\n");
    return fault;
  }

  private static FaultException faultOf(String file) {
    return faultOf(file.getBytes(StandardCharsets.UTF_8));
  }

  private static String shown(FaultException fault) {
    return fault.position().line() + ":" + fault.position().column() + " " + fault.getMessage();
  }

  /** A file of which one part, the first of its kind, is another. */
  private static String with(String part, String other) {
    assertThat(TEXT).contains(part);
    return TEXT.replaceFirst(Pattern.quote(part), other.replace("\\", "\\\\"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "''                            | 1:1 the file is empty",
        "[]                            | 1:1 a recording must be an object, not a list",
        "{}                            | 1:1 the field \"echolotRecording\" is missing",
        "{\"version\": 1, \"peers\": []} | 1:1 the field \"echolotRecording\" is missing",
        "{\"echolotRecording\": \"1\"} | 1:22 \"echolotRecording\" must be a number, not text",
        "{\"echolotRecording\": 0}     | 1:22 \"echolotRecording\": 0 is not from 1 to"
            + " 9223372036854775807",
        "{\"echolotRecording\": 2}     | 1:22 \"echolotRecording\": a newer Echolot wrote this, in"
            + " version 2 of the format; this one reads 1",
        "{\"echolotRecording\": 1}     | 1:1 the field \"result\" is missing",
        "{\"echolotRecording\": 1, \"echolotRecording\": 1} | 1:25 the field \"echolotRecording\""
            + " stands here twice",
      })
  void whatIsNoRecordingIsSaidToBeNone(String file, String fault) {
    assertThat(shown(faultOf(file))).isEqualTo(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "\"port\": 1                  | \"port\": 0            | \"port\": 0 is not from 1 to"
            + " 65535",
        "\"port\": 1                  | \"port\": 1.5          | \"port\": 1.5 is not a whole"
            + " number",
        "\"host\": \"fe80::1%eth0\"   | \"host\": \" \"        | \"host\": it is blank",
        "\"calledAe\": \"A B\"        | \"calledAe\": \"\"     | \"calledAe\": An AE title is"
            + " needed.",
        "\"calledAe\": \"A B\"        | \"calledAe\": null     | the field \"calledAe\" is missing",
        "\"calledAe\": \"A B\"        | \"calledAe\": [\"A\"]  | \"calledAe\" must be text, not a"
            + " list",
        "\"associate\": \"1h\"        | \"associate\": \"2h\"  | \"associate\": The time must be 1"
            + " hour at most.",
        "\"clientCertificate\": \"me.p12\" | \"clientCertificate\": \"\\u0000\" |"
            + " \"clientCertificate\": it can't be a path on this computer",
        "\"profile\": \"legacy\"      | \"profile\": \"new\\u0007\" | \"profile\": this version"
            + " does not know \"new\\x07\"",
        "\"type\": \"username-passcode\" | \"type\": \"pin\"   | \"type\": this version does not"
            + " know \"pin\"",
        "\"probesTls\": false         | \"probesTls\": 0       | \"probesTls\" must be true or"
            + " false, not a number",
        "\"probesTls\": false         | \"other\": 0           | the field \"probesTls\" is"
            + " missing",
        "2026-07-01T23:15-11:30       | 2026-07-01             | \"startedAt\": it must be a moment"
            + " as 2026-07-01T10:15:30.123456789Z",
        "2026-07-01T23:15-11:30       | 2200-01-01T00:00Z      | \"startedAt\": no check was made"
            + " before 1970 or after 2199",
        "\"cause\": \"ECHO_STATUS\"   | \"cause\": null        | \"cause\": a failure has one, and"
            + " nothing else has",
        "\"outcome\": \"FAILURE\"     | \"outcome\": \"SUCCESS\" | \"cause\": a failure has one,"
            + " and nothing else has",
        "\"cause\": \"ECHO_STATUS\"   | \"cause\": \"MOON\"    | \"cause\": this version does not"
            + " know \"MOON\"",
        "\"totalNanos\": 3999999999   | \"totalNanos\": -1     | \"totalNanos\": -1 is not from 0"
            + " to 2592000000000000",
        "\"totalNanos\": 3999999999   | \"totalNanos\": 9999999999999999999 | \"totalNanos\": the"
            + " number is too long",
        "\"stage\": \"RESOLVE\"       | \"stage\": \"CONNECT\" | \"stages\": they must be all six,"
            + " in order",
        "\"reason\": 7                | \"reason\": 256        | \"reason\": 256 is not from 0 to"
            + " 255",
        "\"echoStatus\": 65535        | \"echoStatus\": 65536  | \"echoStatus\": 65536 is not from"
            + " 0 to 65535",
        "\"maxPduLength\": 4294967295 | \"maxPduLength\": 4294967296 | \"maxPduLength\": 4294967296"
            + " is not from 0 to 4294967295",
        "\"address\": \"10.0.0.1\"    | \"address\": \"example.org\" | \"address\": it must be an"
            + " IP address",
        "\"address\": \"10.0.0.1\"    | \"address\": \"\"      | \"address\": it must be an IP"
            + " address",
        "\"certificate\": \"M         | \"certificate\": \"N   | \"certificate\": it must be an"
            + " X.509 certificate in DER, as Base64",
        "\"advice\": [                | \"advice\": [{},       | \"advice\" must be text, not an"
            + " object",
        "\"leftOutSent\": 17          | \"leftOutSent\": \"17\" | \"leftOutSent\" must be a number,"
            + " not text",
        "\"events\": [                | \"events\": [7,        | an event must be an object, not a"
            + " number, at event 1",
        "\"events\": [                | \"events\": [{},       | the field \"event\" is missing, at"
            + " event 1",
        "\"at\": \"1970-01-01T00:00:00Z\" | \"at\": \"1969-12-31T23:59:59Z\" | \"at\": no check was"
            + " made before 1970 or after 2199, at event 4",
        "\"at\": \"1970-01-01T00:00:00Z\" | \"at\": \"+1000000000-12-31T23:59:59Z\" | \"at\": no"
            + " check was made before 1970 or after 2199, at event 4",
        "\"count\": 2147483647        | \"count\": -1          | \"count\": -1 is not from 0 to"
            + " 2147483647, at event 10",
        "\"bytes\": \"04              | \"bytes\": \"0         | \"bytes\": it must be bytes in"
            + " hexadecimal digits, at event 13",
        "\"bytes\": \"04 00           | \"bytes\": \"09 00     | \"bytes\": they are no PDU: PDU"
            + " type at byte 0: held 9 (09H), which PS3.8 does not define (PS3.8 9.3.1), at event"
            + " 13",
        "\"contextId\": 255           | \"contextId\": 256     | \"contextId\": 256 is not from 0"
            + " to 255, at event 19",
        "\"commandSet\": \"\"         | \"commandSet\": \"00\" | \"commandSet\": they are no"
            + " command set: Element header at byte 0 of the command set: needs 8 bytes, but 1 are"
            + " left (PS3.7 6.3.1), at event 19",
        "\"to\": \"STA13\"            | \"to\": \"STA14\"      | \"to\": this version does not know"
            + " \"STA14\", at event 22",
      })
  void whatIsWrongIsSaidWithItsPlace(String part, String other, String fault) {
    FaultException said = faultOf(with(part, other));

    assertThat(said.getMessage()).isEqualTo(fault);
    assertThat(said.position().line()).isGreaterThan(1);
  }

  @Test
  void aReportThatIsNowhereIsMissed() {
    RecordedCheck check =
        new RecordedCheck(
            RecordedSamples.emptyResult(), new Recording(RecordedSamples.events(), 0, 0));
    String file =
        new String(RecordingFile.bytes(check), StandardCharsets.UTF_8)
            .replaceFirst("\"report\"", "\"other\"");

    assertThat(faultOf(file))
        .hasMessage("\"report\": it is missing, and the result has none either, at event 8");
  }

  @Test
  void whatIsNotUtf8HasItsPlace() {
    byte[] file = FILE.clone();
    file[TEXT.indexOf('\n') + 3] = (byte) 0xFF;

    assertThat(shown(faultOf(file)))
        .isEqualTo("2:3 the byte FFH is not UTF-8; the file must be saved as UTF-8");
  }

  @Test
  void aFileIsReadUpToItsLimit() {
    byte[] file = Arrays.copyOf(FILE, RecordingFile.MAX_BYTES + 1);
    Arrays.fill(file, FILE.length, file.length, (byte) ' ');

    assertThat(faultOf(file)).hasMessage("the file is longer than 8 MiB");
  }

  @Test
  void neitherManyValuesNorDeepOnesExhaustAnything() {
    String many = with("\"events\": [", "\"other\": [" + "[],".repeat(2_000_000) + "0], \"a\": [");
    String deep = with("\"events\": [", "\"events\": " + "[".repeat(1_000_000));
    String deepObjects = with("\"events\": [", "\"events\": " + "{\"a\":".repeat(1_000_000));

    assertThat(faultOf(many)).hasMessageContaining("500001").hasMessageNotContaining("`");
    assertThat(faultOf(deep)).hasMessageContaining("201");
    assertThat(faultOf(deepObjects)).hasMessageContaining("201");
  }

  @Test
  void aFileThatWasCutOffHasAFault() {
    byte[] file =
        RecordingFile.bytes(new RecordedCheck(RecordedSamples.emptyResult(), Recording.EMPTY));
    for (int length = 0; length < file.length - 1; length++) {
      faultOf(Arrays.copyOf(file, length));
    }
    // Its last line end may be missing.
    for (int length = FILE.length - 2; length > 0; length -= 97) {
      faultOf(Arrays.copyOf(FILE, length));
    }
  }

  @Test
  void aFileWithOtherBytesIsReadOrHasAFault() {
    Random random = new Random(20_260_701);
    for (int i = 0; i < 1_500; i++) {
      byte[] file = FILE.clone();
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        file[random.nextInt(file.length)] =
            (byte) (random.nextBoolean() ? random.nextInt(256) : "0\"{}[],".charAt(i % 7));
      }
      readOrFault(file);
    }
  }

  @Test
  void aFileWithOtherValuesIsReadOrHasAFault() {
    List<MatchResult> places = VALUE.matcher(TEXT).results().toList();
    assertThat(places).hasSizeGreaterThan(300);
    Random random = new Random(20_260_702);
    int read = 0;
    for (int i = 0; i < 1_500; i++) {
      MatchResult place = places.get(random.nextInt(places.size()));
      String value =
          random.nextBoolean()
              ? VALUES.get(random.nextInt(VALUES.size()))
              : places.get(random.nextInt(places.size())).group();
      String file = TEXT.substring(0, place.start()) + value + TEXT.substring(place.end());
      read += readOrFault(file.getBytes(StandardCharsets.UTF_8)) ? 1 : 0;
    }

    assertThat(read).as("what could be read all the same").isBetween(150, 1_350);
  }

  /** What can be read can be told and written, too. */
  private static boolean readOrFault(byte[] file) {
    RecordedCheck check;
    try {
      check = RecordingFile.read(file);
    } catch (FaultException _) {
      return false;
    }
    try {
      assertThat(RecordingFile.read(RecordingFile.bytes(check))).isEqualTo(check);
    } catch (FaultException e) {
      throw new AssertionError("what was read can't be read again", e);
    }
    tell(check);
    ConversationReader.read(check.result(), check.recording()).ifPresent(TcpFraming::of);
    return true;
  }

  private static void tell(RecordedCheck check) {
    Journal journal = new Journal();
    journal.addReader(line -> assertThat(line.text()).isNotNull());
    LineSource source = LineSource.of(check.result().request());
    check.recording().replay(new CheckNarrator(journal, source, 1));
  }
}
