package org.echolot.handout;

import java.util.ArrayList;
import java.util.List;
import org.echolot.check.Approach;
import org.echolot.check.CheckRequest;
import org.echolot.text.AddressText;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;

/** The same test as a command of another tool, for somebody to repeat on another computer. */
public enum SameTest {
  ECHOSCU("echoscu (DCMTK)", "echoscu of DCMTK, for sh") {
    @Override
    @Nullable String obstacleOfTool(TestTarget target) {
      return DcmtkCommand.obstacle(target);
    }

    @Override
    String command(TestTarget target) {
      return DcmtkCommand.of(target, Shell.SH);
    }
  },

  ECHOSCU_WINDOWS("echoscu (DCMTK) for Windows", "echoscu of DCMTK, for Windows' cmd") {
    @Override
    @Nullable String obstacleOfTool(TestTarget target) {
      return DcmtkCommand.obstacle(target);
    }

    @Override
    String command(TestTarget target) {
      return DcmtkCommand.of(target, Shell.CMD);
    }
  },

  STORESCU("storescu (dcm4che)", "storescu of dcm4che, which sends a C-ECHO if it has no files") {
    @Override
    @Nullable String obstacleOfTool(TestTarget target) {
      return Dcm4cheCommand.obstacle(target);
    }

    @Override
    String command(TestTarget target) {
      return Dcm4cheCommand.of(target);
    }
  },

  ORTHANC_TOOL(
      "curl: Orthanc's /tools/dicom-echo",
      "curl, on the computer of an Orthanc (1.8.1 or newer) that runs the check") {
    @Override
    String command(TestTarget target) {
      return OrthancCommand.ofTool(target);
    }
  },

  ORTHANC_MODALITY(
      "curl: Orthanc's /modalities/…/echo",
      "curl, on the computer of an Orthanc that has the peer in its DicomModalities") {
    @Override
    String command(TestTarget target) {
      return OrthancCommand.ofModality(target);
    }
  },

  POWERSHELL(
      "PowerShell Test-NetConnection", "PowerShell: checks only whether the port opens, no DICOM") {
    @Override
    String command(TestTarget target) {
      return sourceRemark(Shell.POWERSHELL, "Test-NetConnection", target)
          + "Test-NetConnection -ComputerName "
          + Shell.POWERSHELL.word(target.request().host())
          + " -Port "
          + target.port();
    }
  },

  NC("nc", "netcat: checks only whether the port opens, no DICOM") {
    @Override
    String command(TestTarget target) {
      List<String> words =
          new ArrayList<>(
              List.of(
                  "nc", "-vz", "-w", TestTarget.seconds(target.request().timeouts().connect())));
      String source = target.request().source();
      if (source != null) {
        words.addAll(List.of("-s", source));
      }
      words.addAll(List.of(target.request().host(), target.port()));
      return Shell.SH.command(words);
    }
  };

  private final String label;
  private final String description;

  SameTest(String label, String description) {
    this.label = label;
    this.description = description;
  }

  /** A few words for a menu. */
  public String label() {
    return label;
  }

  /** Which tool it is, for which shell. */
  public String description() {
    return description;
  }

  /** Why the tool can't make this test, in one sentence; null if it can. */
  public @Nullable String obstacle(CheckRequest check) {
    TestTarget target = new TestTarget(check);
    return target.hasControlCharacters()
        ? "The name of a file has control characters, which no command accepts."
        : obstacleOfTool(target);
  }

  @Nullable String obstacleOfTool(TestTarget target) {
    return null;
  }

  /**
   * The command, ready to be pasted; lines that begin with {@code #} or {@code rem} above it say
   * what must be put in.
   *
   * @throws IllegalArgumentException if there is an {@link #obstacle}
   */
  public String text(CheckRequest check) {
    String obstacle = obstacle(check);
    if (obstacle != null) {
      throw new IllegalArgumentException(obstacle);
    }
    return proxyRemark(check) + command(new TestTarget(check));
  }

  /** Says of a command that it calls the peer itself, where we call it by a proxy. */
  private String proxyRemark(CheckRequest check) {
    Approach.Proxy proxy = check.approach().proxy();
    return proxy == null
        ? ""
        : remark(
            this == ECHOSCU_WINDOWS ? Shell.CMD : Shell.SH,
            "Echolot calls through the proxy "
                + AddressText.of(proxy.host(), proxy.port())
                + ", which this command does not: run it where the peer can be called directly,"
                + " such as on the proxy's own computer.");
  }

  abstract String command(TestTarget target);

  /** Says of a tool that it calls from any address, where we call from one of choice. */
  static String sourceRemark(Shell shell, String tool, TestTarget target) {
    String source = target.request().source();
    return source == null
        ? ""
        : remark(
            shell,
            tool
                + " cannot choose the address that it calls from; Echolot calls from "
                + source
                + ".");
  }

  /** A remark above a command, which no character of a name can end. */
  static String remark(Shell shell, String text) {
    return (shell == Shell.CMD ? "rem " : "# ") + Escapes.oneLine(text) + "\n";
  }
}
