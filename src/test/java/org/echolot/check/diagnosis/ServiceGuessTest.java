package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.echolot.dicom.pdu.Octets;
import org.jspecify.annotations.Nullable;
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
        "<?xml?><ack/> | a service that speaks XML",
        "<?xml version='1.0'?><stream:stream xmlns='jabber:client'> | a chat server (XMPP)",
        "RTSP/1.0 400 Bad Request | a video server (RTSP)",
        "SIP/2.0 400 Bad Request | a telephone server (SIP)",
        "@RSYNCD: 31.0 | an rsync server",
        ":irc.example NOTICE * :*** | a chat server (IRC)",
        "200 news.example NNRP ready | a news server (NNTP)",
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
        "-ERR unknown command 'x' | a database (Redis)",
        "-DENIED Redis is running in protected mode | a database (Redis)",
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
    assertThat(ServiceGuess.of(Octets.parseHex("FF FE 1F"))).hasValue("Telnet");
    assertThat(ServiceGuess.of(Octets.parseHex("41 4D 51 50 00 00 09 01")))
        .hasValue("a message broker (AMQP)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4A 00 00 00 0A 38 2E 30 | a database (MySQL or MariaDB)",
        "15 00 00 01 FF 6A 04 4D 79 53 51 4C | ",
        "15 00 00 00 FF 6A 04 4D 79 53 51 4C | a database (MySQL or MariaDB)",
        "45 00 00 00 50 53 46 41 54 41 4C 00 56 | a database (PostgreSQL)",
        "00 00 12 04 00 00 00 00 00 00 03 | a web server (HTTP/2)",
        "03 00 00 13 0E D0 00 00 12 34 00 02 | a Windows remote desktop (RDP)",
        "03 00 00 0B 06 80 00 00 00 00 01 | a Windows remote desktop (RDP)",
        "03 00 00 00 00 04 00 01 01 03 | ",
        "03 00 00 00 D0 D0 00 01 01 03 | ",
        "00 00 00 23 FF 53 4D 42 72 | a Windows file server (SMB)",
        "00 00 00 40 FE 53 4D 42 40 | a Windows file server (SMB)"
      })
  void servicesAreKnownByTheFramesOfTheirMessages(String hex, @Nullable String service) {
    assertThat(ServiceGuess.of(Octets.parseHex(hex))).isEqualTo(Optional.ofNullable(service));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "00", "FF", "FF FF FF", "FF 01", "0B 00", "02 00 00 00", "32 32 30", "7B 7D"})
  void nothingIsMadeUp(String hex) {
    assertThat(ServiceGuess.of(Octets.parseHex(hex))).isEmpty();
  }

  @Test
  void aClientHelloIsNoAnswerOfAServer() {
    assertThat(ServiceGuess.of(Octets.parseHex("16 03 01 00 F8 01 00 00 F4 03 03")))
        .hasValue("a TCP echo service, or a TLS client");
  }

  /** Its mark looks like a command of Telnet. */
  @ParameterizedTest
  @ValueSource(
      strings = {"FF FE 45 00 72 00 72 00 6F 00", "45 00 72 00 72 00 6F 00", "FE FF 00 45 00 72"})
  void textInUtf16IsNoTelnet(String hex) {
    assertThat(ServiceGuess.of(Octets.parseHex(hex)))
        .hasValueSatisfying(service -> assertThat(service).contains("UTF-16"));
  }

  private static Octets text(String text) {
    return Octets.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** What it calls itself is told, but nothing that it does not say. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 Bad Request | Server: nginx/1.22.1 | a web server (HTTP, nginx/1.22.1)",
        "407 Proxy Authentication Required | Server: squid | an HTTP proxy that requires"
            + " authentication (407, squid)",
        "403 Forbidden | Via: 1.1 gate (squid/5.7) | an HTTP proxy (HTTP)",
        "503 Service Unavailable | server: envoy | a web server (HTTP, envoy)",
        "400 Bad Request | X-Server: nginx | a web server (HTTP)",
        "302 Found | Location: http://login.example/ap | a web server (HTTP) that redirects to"
            + " http://login.example/ap"
      })
  void aWebServerIsNamedByItsOwnWords(String status, String header, String named) {
    String answer = "HTTP/1.1 " + status + "\r\nDate: now\r\n" + header + "\r\n\r\n";

    assertThat(ServiceGuess.of(Octets.of(answer.getBytes(StandardCharsets.US_ASCII))))
        .contains(named);
  }
}
