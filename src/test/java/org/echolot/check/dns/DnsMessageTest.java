package org.echolot.check.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.echolot.check.dns.DnsMessage.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as bytes (RFC 1035 4.1), good and bad. */
class DnsMessageTest {

  private static final DnsQuestion A = new DnsQuestion(0xABCD, "pacs.lab", DnsQuestion.A);
  private static final DnsQuestion AAAA = new DnsQuestion(0xABCD, "pacs.lab", DnsQuestion.AAAA);

  private static final String ASKED_A = "0470616373036c61620000010001";
  private static final String ASKED_AAAA = "0470616373036c616200001c0001";

  /** The name is that of the question; it is kept for 60 s. */
  private static final String ADDRESS = "c00c000100010000003c00040a4d0214";

  private static final String ALIAS = "c00c000500010000003c0007047265616cc011";

  private static byte[] bytes(String... hex) {
    return HexFormat.of().parseHex(String.join("", hex));
  }

  private static DnsAnswer read(DnsQuestion question, String... hex) throws FaultException {
    return DnsMessage.read(ByteBuffer.wrap(bytes(hex)), question);
  }

  @Test
  void aQuestionIsAskedAsTheStandardHasIt() {
    assertThat(A.message()).isEqualTo(bytes("abcd01000001000000000000", ASKED_A));
    assertThat(AAAA.message()).isEqualTo(bytes("abcd01000001000000000000", ASKED_AAAA));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a..b", "a.", "ä.example", "two words", "a\u0000b"})
  void aNameThatNoMessageCanCarryIsNotAsked(String name) {
    assertThat(DnsQuestion.canBeAsked(name)).isFalse();
    assertThat(DnsQuestion.canBeAsked("x".repeat(64) + ".example")).isFalse();
    assertThat(DnsQuestion.canBeAsked("a.".repeat(127) + "b")).isFalse();
    assertThat(DnsQuestion.canBeAsked("x".repeat(63) + "._tcp.example")).isTrue();
  }

  @Test
  void anAddressIsFoundBehindAnAliasAndTheCaseOfTheQuestionDoesNotMatter() throws Exception {
    String inCapitals = "0450414353034c41420000010001";

    assertThat(read(A, "abcd81800001000200000000", inCapitals, ALIAS, ADDRESS))
        .isEqualTo(
            new DnsAnswer.Addresses("pacs.lab", List.of(InetAddress.ofLiteral("10.77.2.20"))));
  }

  @Test
  void anIpv6AddressIsFound() throws Exception {
    String address = "c00c001c00010000003c0010fd770002000000000000000000000020";

    assertThat(read(AAAA, "abcd81800001000100000000", ASKED_AAAA, address))
        .isEqualTo(
            new DnsAnswer.Addresses("pacs.lab", List.of(InetAddress.ofLiteral("fd77:2::20"))));
  }

  @Test
  void anAnswerWithoutAddressesIsThatThereAreNone() throws Exception {
    assertThat(read(A, "abcd81800001000000000000", ASKED_A))
        .isEqualTo(new DnsAnswer.NoAddress("pacs.lab"));
  }

  @Test
  void anAliasThatLeadsNowhereIsNamed() throws Exception {
    DnsAnswer alias = new DnsAnswer.DeadAlias("pacs.lab", "real.lab");

    assertThat(read(A, "abcd81800001000100000000", ASKED_A, ALIAS)).isEqualTo(alias);
    assertThat(read(A, "abcd81830001000100000000", ASKED_A, ALIAS)).isEqualTo(alias);
  }

  /** A name that points to itself, outside of the message, or is none of a host. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "c00c000500010000003c0002c022",
        "c00c000500010000003c0002ffff",
        "c00c000500010000003c00070472656100c0",
      })
  void anAliasThatCannotBeReadIsNone(String record) throws Exception {
    assertThat(read(A, "abcd81830001000100000000", ASKED_A, record))
        .isEqualTo(new DnsAnswer.NoSuchName());
  }

  @Test
  void anAliasIsShownWithoutWhatIsNoLetter() throws Exception {
    assertThat(
            read(A, "abcd81830001000100000000", ASKED_A, "c00c000500010000003c0007040a1b6cffc011"))
        .isEqualTo(new DnsAnswer.DeadAlias("pacs.lab", "??l?.lab"));
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "4", "5", "9", "15"})
  void anErrorIsKeptWithItsCodeAlsoWhereTheQuestionIsLeftOut(int code) throws Exception {
    String flags = "818" + Integer.toHexString(code);

    assertThat(read(A, "abcd", flags, "0001000000000000", ASKED_A))
        .isEqualTo(new DnsAnswer.Failure(code));
    assertThat(read(A, "abcd", flags, "0000000000000000")).isEqualTo(new DnsAnswer.Failure(code));
  }

  @Test
  void nxdomainIsThatThereIsNoSuchName() throws Exception {
    assertThat(read(A, "abcd81830001000000000000", ASKED_A)).isEqualTo(new DnsAnswer.NoSuchName());
  }

  @Test
  void aTruncatedAnswerIsNotTakenForOneWithoutAddresses() throws Exception {
    assertThat(read(A, "abcd83800001000000000000", ASKED_A)).isEqualTo(new DnsAnswer.TooLong());
  }

  @Test
  void noMoreAddressesAreKeptThanSomebodyReads() throws Exception {
    assertThat(read(A, "abcd81800001003000000000", ASKED_A, ADDRESS.repeat(0x30)))
        .isInstanceOfSatisfying(
            DnsAnswer.Addresses.class, found -> assertThat(found.addresses()).hasSize(8));
  }

  @ParameterizedTest
  @CsvSource({
    "abce81800001000000000000 0470616373036c61620000010001, another question",
    "abcd81800001000000000000 0470616374036c61620000010001, another question",
    "abcd81800001000000000000 0470616373036c616200001c0001, another question",
    "abcd01000001000000000000 0470616373036c61620000010001, no answer to a question",
    "abcd89800001000000000000 0470616373036c61620000010001, no answer to a question",
    "abcd81800000000000000000 '', without its question",
    "abcd81830000000000000000 '', without its question",
    "6e6f20444e53 '', fewer than the header",
    "abcd81800001000100000000 0470616373036c61620000010001c00c000100010000003c00030a4d02, "
        + "an address of 3 bytes",
    "abcd81800001ffff00000000 0470616373036c61620000010001c00c000100010000003c00040a4d0214, "
        + "breaks off",
    "abcd81800001000100000000 0470616373036c61620000010001c00c000500010000003cffff0a4d0214, "
        + "breaks off"
  })
  void whatIsNoAnswerIsSaidToBeNone(String hex, String what) {
    assertThatThrownBy(() -> read(A, hex.replace(" ", "").replace("'", "")))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining(what);
  }

  @Test
  void everyPrefixOfAnAnswerIsRefused() {
    byte[] whole = bytes("abcd81800001000200000000", ASKED_A, ALIAS, ADDRESS);
    for (int length = 0; length < whole.length; length++) {
      ByteBuffer prefix = ByteBuffer.wrap(Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> DnsMessage.read(prefix, A)).isInstanceOf(FaultException.class);
    }
  }
}
