package org.echolot.handout;

import java.util.List;
import org.echolot.json.JsonText;

/** {@code curl} to the REST interface of an Orthanc, which then makes the test from where it is. */
final class OrthancCommand {

  private static final String BASE = "http://localhost:8042";

  private OrthancCommand() {}

  /** {@code POST /tools/dicom-echo}: nothing has to be registered there. */
  static String ofTool(TestTarget target) {
    String body =
        "{\"AET\":"
            + JsonText.of(target.calledAe())
            + ",\"Host\":"
            + JsonText.of(target.request().host())
            + ",\"Port\":"
            + target.port()
            + ",\"LocalAet\":"
            + JsonText.of(target.callingAe())
            + (!target.isTls() ? "" : ",\"UseDicomTls\":true")
            + ",\"Timeout\":"
            + timeout(target)
            + ",\"CheckFind\":false}";
    return remark() + (!target.isTls() ? "" : tlsRemark()) + post(BASE + "/tools/dicom-echo", body);
  }

  /** {@code POST /modalities/{id}/echo}: as that Orthanc is set up to call the peer. */
  static String ofModality(TestTarget target) {
    String id = NodeName.of(target.request().calledAe());
    return remark()
        + SameTest.remark(
            Shell.SH, id + " is a placeholder for the peer's name in its DicomModalities.")
        + post(
            BASE + "/modalities/" + id + "/echo",
            "{\"Timeout\":" + timeout(target) + ",\"CheckFind\":false}");
  }

  private static String remark() {
    return SameTest.remark(
        Shell.SH,
        "Run it on the computer of the Orthanc. If Orthanc requires a login, add -u NAME.");
  }

  private static String tlsRemark() {
    return SameTest.remark(
        Shell.SH,
        "It uses the certificates of its DicomTlsCertificate and DicomTlsTrustedCertificates.");
  }

  private static String timeout(TestTarget target) {
    return TestTarget.seconds(target.request().timeouts().associate());
  }

  private static String post(String url, String body) {
    return Shell.SH.command(
        List.of(
            "curl", "-sS", "-X", "POST", url, "-H", "Content-Type: application/json", "-d", body));
  }
}
