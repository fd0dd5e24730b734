package org.echolot.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "pacs.example",
        "pacs.example.",
        "PACS_SERVER-2",
        "3com",
        "10.1.2.3",
        "::1",
        "[::1]",
        "::",
        "2001:db8::8:800:200c:417a",
        "[2001:db8:0:0:8:800:200c:417a]",
        "fe80::1%eth0",
        "::ffff:10.1.2.3",
        "1:2:3:4:5:6:7::"
      })
  void takesNamesAndAddresses(String host) {
    assertThat(HostText.faultOf(host)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|A host is needed: a name or an IP address.",
        "'  '|A host is needed: a name or an IP address.",
        "http://pacs:8042|This is a URL. Write only the host, without http:// and path: pacs. Its"
            + " port, 8042, is probably not the DICOM port.",
        "https://me:secret@pacs.example/ui/app|This is a URL. Write only the host, without http://"
            + " and path: pacs.example.",
        "dicom://|This is a URL. Write only the host, without http:// and path.",
        "ORTHANC@pacs:4242|Write each part in its own field: ORTHANC as called AE title, pacs as"
            + " host, 4242 as port.",
        "ORTHANC@pacs|Write each part in its own field: ORTHANC as called AE title, pacs as host.",
        "ORTHANC@[::1]:104|Write each part in its own field: ORTHANC as called AE title, [::1] as"
            + " host, 104 as port.",
        "pacs:4242|Write only the host here: pacs. The port, 4242, has its own field.",
        "10.1.2.3:104|Write only the host here: 10.1.2.3. The port, 104, has its own field.",
        "[::1]:104|Write only the host here: [::1]. The port, 104, has its own field.",
        "pacs:|Write only the host here: pacs.",
        "my pacs|A host can't contain spaces.",
        "pacs/dicom|A host can't contain a slash: write only the name or IP address.",
        "pacs\\dicom|A host can't contain \"\\\".",
        "pacs;x|A host can't contain \";\".",
        "münchen.example|A host can contain only ASCII characters; \"ü\" (U+00FC) is not one. Enter"
            + " its IP address, or its name as xn--….",
        "10.1.2|\"10.1.2\" is not an IP address: that is four numbers from 0 to 255, as in"
            + " 10.1.2.3.",
        "10.1.2.300|\"10.1.2.300\" is not an IP address: that is four numbers from 0 to 255, as in"
            + " 10.1.2.3.",
        "1:2:3|\"1:2:3\" is not an IPv6 address.",
        "::1::|\"::1::\" is not an IPv6 address.",
        "1:2:3:4:5:6:7:8:9|\"1:2:3:4:5:6:7:8:9\" is not an IPv6 address.",
        "12345::|\"12345::\" is not an IPv6 address.",
        "[pacs]|\"[pacs]\" is not an IPv6 address.",
        "a..b|A host can't start with a dot or have two dots in a row.",
        "-pacs|A part of a host name can't start or end with a hyphen."
      })
  void saysWhatIsWrong(String host, String fault) {
    assertThat(HostText.faultOf(host)).isEqualTo(fault);
  }

  @Test
  void refusesNamesLongerThanDnsHas() {
    assertThat(HostText.faultOf("a".repeat(64))).contains("63 characters");
    assertThat(HostText.faultOf("abc.".repeat(64))).contains("253 characters");
    assertThat(HostText.faultOf("abc.".repeat(63))).isNull();
  }

  @Test
  void takesTheBracketsOffAnIpv6Address() {
    assertThat(HostText.normalized(" [::1] ")).isEqualTo("::1");
    assertThat(HostText.normalized("pacs")).isEqualTo("pacs");
  }

  @Test
  void endsAtOnceOnLongPastedText() {
    assertThat(HostText.faultOf("a@:/".repeat(50_000))).isNotNull();
    assertThat(HostText.faultOf(":".repeat(100_000))).isNotNull();
  }
}
