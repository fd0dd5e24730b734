package org.echolot.realpeers;

import java.util.ArrayList;
import java.util.List;
import org.echolot.realpeers.CertificateKit.Made;

/** OpenSSL's {@code s_server}, which speaks TLS in every way that one asks for, and no DICOM. */
public final class OpensslServer {

  private OpensslServer() {}

  /** Starts it with a certificate and those of its issuers; close what is returned. */
  public static RealPeer start(Made shown, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    if (shown.issuers() != null) {
      all.addAll(List.of("-cert_chain", shown.issuers().toString()));
    }
    return startAlone(shown, all);
  }

  /** The same, without the certificates of its issuers. */
  public static RealPeer startAlone(Made shown, List<String> options) {
    String program = Programs.find("openssl", "openssl").toString();
    return RealPeer.start(
        "openssl s_server",
        (folder, port) -> {
          List<String> command =
              new ArrayList<>(
                  List.of(
                      program,
                      "s_server",
                      "-www",
                      "-accept",
                      String.valueOf(port),
                      "-key",
                      shown.key().toString(),
                      "-cert",
                      shown.file().toString()));
          command.addAll(options);
          return command;
        });
  }
}
