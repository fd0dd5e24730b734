package org.echolot.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.echolot.dicom.pdu.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceGuessTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP/1.1 200 OK | a web server (HTTP)",
        "<!doctype html> | a web server (HTTP)",
        "<?xml?> | a web server (HTTP)",
        "SSH-2.0-dropbear | an SSH server",
        "'MSH|^~' | HL7 without MLLP",
        "RFB 003.008 | a VNC server",
        "+OK ready | a POP3 mail server",
        "* BYE too many | an IMAP mail server",
        "220 host ESMTP | a mail server (SMTP)",
        "220-sftp.example ESMTP | a mail server (SMTP)",
        "554 mail.example no | a mail server (SMTP)",
        "220 (vsFTPd 3.0.5) | an FTP server",
        "220 Welcome | a mail or file server (SMTP or FTP)",
        "421 Try later | a mail or file server (SMTP or FTP)",
        "login: | Telnet"
      })
  void servicesAreKnownByTheirFirstWords(String start, String service) {
    assertThat(ServiceGuess.of(text(start))).hasValue(service);
  }

  @Test
  void servicesAreKnownByTheirFirstBytes() {
    assertThat(ServiceGuess.of(Octets.parseHex("0B 4D 53 48"))).hasValue("HL7 (MLLP)");
    assertThat(ServiceGuess.of(Octets.parseHex("0B"))).hasValue("HL7 (MLLP)");
    assertThat(ServiceGuess.of(Octets.parseHex("FF FB 01"))).hasValue("Telnet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "00", "FF", "FF FF FF", "FF 01", "0B 00", "02 00 00 00", "32 32 30", "7B 7D"})
  void nothingIsMadeUp(String hex) {
    assertThat(ServiceGuess.of(Octets.parseHex(hex))).isEmpty();
  }

  private static Octets text(String text) {
    return Octets.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
