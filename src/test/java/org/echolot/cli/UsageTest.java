package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--foo | Unknown option: '--foo'",
        "nonsense | there is no command 'nonsense' (try",
        "peers nonsense | there is no command 'nonsense' (try",
        "echo | no target: give",
        "echo --foo A@b:1 | Unknown option: '--foo'",
        "echo A@b | A port is needed",
        "echo A@b: | 1 to 65535",
        "echo A@b:0 | 1 to 65535",
        "echo A@b:70000 | 1 to 65535",
        "echo A@b:1e2 | 1 to 65535",
        "echo @b:104 | An AE title is needed",
        "echo SEVENTEENLETTERS1@b:104 | 16 characters at most",
        "echo A\\B@b:104 | backslash",
        "echo A@:104 | A host is needed",
        "echo A@::1:104 | in brackets",
        "echo A@[::1] | a port is needed",
        "echo A@[nonsense]:104 | not an IPv6 address",
        "echo A@http://b:104 | This is a URL",
        "echo Nobody | no peer is named 'Nobody'",
        "echo --timeout 5 A@b:1 | The unit is missing",
        "echo --timeout 0s A@b:1 | more than 0",
        "echo --timeout 2h A@b:1 | 1 hour at most",
        "echo --calling SEVENTEENLETTERS1 A@b:1 | 16 characters at most",
        "echo --repeat 0 A@b:1 | at least 1",
        "echo --repeat x A@b:1 | x",
        "echo --capture c\uFFFD.pcapng A@b:1 | argument 3 ('c\uFFFD.pcapng') contains bytes that"
            + " are not text",
        "echo --format junit --repeat 100001 A@b:1 | junit holds 100000 checks",
        "echo --parallel 0 A@b:1 | from 1 to 1000",
        "echo --format yaml A@b:1 | yaml",
        "echo --log loud A@b:1 | loud",
        "echo --engine dcm4che A@b:1 | bin/run echo --engine dcm4che",
        "echo --trusted f A@b:1 | --trusted needs --tls: no target uses TLS",
        "echo --client-cert f A@b:1 | --client-cert needs --tls",
        "echo --no-hostname-check A@b:1 | --no-hostname-check needs --tls",
        "echo --tls-profile legacy A@b:1 | --tls-profile needs --tls",
        "echo --tls --tls-profile ssl3 A@b:1 | write bcp195, bcp195-modified, runtime, legacy",
        "echo --tls --server-name 10.1.2.3 A@b:1 | TLS cannot request a server by its address",
        "echo --tls --trusted-fingerprint 0a A@b:1 | has 64 hexadecimal digits",
        "echo --tls --client-key f A@b:1 | --client-key needs --client-cert",
        "echo --tls --client-cert-password-env NOPE A@b:1 | no target has a file that this",
        "echo --user-type password A@b:1 | write username, username-passcode, kerberos, saml, jwt",
        "echo --user-type username A@b:1 | --user-type username needs --user NAME",
        "echo --user me --user-type jwt A@b:1 | an identity of type jwt has no user name",
        "echo --user me --user-type username --user-secret-env X A@b:1 | has no secret",
        "echo --user me --user-secret-env NOPE A@b:1 | there is no environment variable 'NOPE'",
        "echo --user me --user-secret-file no A@b:1 | --user-secret-file: no: there is no such"
            + " file",
        "echo --user me --user-type username-passcode A@b:1 | with --user-secret-file or --user-s",
        "echo --user-secret-env XDG_CONFIG_HOME A@b:1 | no target has a user",
        "echo --user-response A@b:1 | --user-response needs --user",
        "echo --password sesame A@b:1 | a password or token cannot be an argument",
        "echo --user-secret=sesame A@b:1 | use --user-secret-file or --user-secret-env",
        "echo --ticket t.doc A@b:1 | must end in .txt, .md or .zip",
        "echo --ticket no/such.zip A@b:1 | there is no such file or folder",
        "echo --capture . A@b:1 | Is a directory",
        "echo --capture no/such.pcapng A@b:1 | there is no such file or folder",
        "echo --all | there are no peers",
        "echo --tag x | has the tag 'x'",
        "echo --peers missing.json --all | there is no peers file",
        "listen --port 70000 | from 0 to 65535",
        "listen --key f | need --cert",
        "listen --require-client-cert | need --cert",
        "listen --cert no.pem | no.pem",
        "listen --cert-password sesame | cannot be an argument",
        "listen --max-associations 0 | from 1 to 10000",
        "listen --ae A\\B | backslash",
        "listen --bind not:an:address | --bind",
        "listen --accept-from not:an:address | --accept-from",
        "probe --only worklist | TARGET is missing",
        "peers | no command: give",
        "peers import f | can't read f",
        "peers export f --as x | --as: 'x' is not known",
      })
  void aMistakeIsToldInOneLineAndEndsWithTwo(String line, String told) {
    CommandLineRun run = new CommandLineRun(folder);

    int code = run.run(line.split(" "));

    assertThat(code).isEqualTo(2);
    assertThat(run.errLines()).hasSize(1).first().asString().contains(told);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).doesNotContain("sesame");
  }

  @Test
  void aMistakeWithALineBreakIsStillToldInOneLine() {
    CommandLineRun run = new CommandLineRun(folder);

    assertThat(run.run("echo", "A@b\n\u001b[31m:104")).isEqualTo(2);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).doesNotContain("\u001b");
  }

  @Test
  void aBrokenPeersFileIsToldWithLineAndColumnAndStaysWhereItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("broken.json"), "{\n  \"version\": 1,\n  oops\n}");
    for (List<String> args :
        List.of(
            List.of("peers", "list", "--peers", "broken.json"),
            List.of("echo", "--all", "--peers", "broken.json"))) {
      CommandLineRun run = new CommandLineRun(folder);

      assertThat(run.run(args.toArray(String[]::new))).isEqualTo(2);
      assertThat(run.errLines()).hasSize(1).first().asString().contains("broken.json:3:3");
    }
    assertThat(file).exists();
  }

  @Test
  void helpAndVersionGoToStandardOutput() {
    for (List<String> args :
        List.of(
            List.of("--help"),
            List.of("echo", "--help"),
            List.of("listen", "--help"),
            List.of("peers", "list", "--help"))) {
      CommandLineRun run = new CommandLineRun(folder);
      assertThat(run.run(args.toArray(String[]::new))).isZero();
      assertThat(run.out()).startsWith("Usage: echolot");
      assertThat(run.err()).isEmpty();
    }
    CommandLineRun version = new CommandLineRun(folder);
    assertThat(version.run("--version")).isZero();
    assertThat(version.outLines()).hasSize(3);
    assertThat(version.out()).startsWith("Echolot ").contains("Java " + Runtime.version());
  }
}
