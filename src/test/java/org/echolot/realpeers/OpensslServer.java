package org.echolot.realpeers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** OpenSSL's {@code s_server}, which speaks TLS in every way that one asks for, and no DICOM. */
public final class OpensslServer {

  private OpensslServer() {}

  /**
   * Starts it; close what is returned.
   *
   * @param certificates the server's own first
   */
  public static RealPeer start(Path certificates, Path key, String... options) {
    String program = Programs.find("openssl", "openssl").toString();
    return RealPeer.start(
        "openssl s_server",
        (folder, port) -> {
          List<String> command =
              new ArrayList<>(
                  List.of(
                      program,
                      "s_server",
                      "-accept",
                      String.valueOf(port),
                      "-key",
                      key.toString(),
                      "-cert",
                      certificates.toString(),
                      "-cert_chain",
                      certificates.toString()));
          command.addAll(List.of(options));
          return command;
        });
  }
}
