package org.echolot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir Path folder;

  private static void write(Path file) throws IOException {
    new AtomicFile(file, FileSteps.REAL).write("new".getBytes(StandardCharsets.UTF_8));
  }

  private Path left(String name, Duration ago) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "half");
    return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatKilledSavesLeftIsDeletedAfterADay() throws IOException {
    left("peers.json.0123456789abcdef.tmp", Duration.ofHours(25));
    left("peers.json.fedcba9876543210.tmp", Duration.ofHours(23));

    write(folder.resolve("peers.json"));

    assertThat(names()).containsExactly("peers.json", "peers.json.fedcba9876543210.tmp");
  }

  @Test
  void whatIsNotOursStays() throws IOException {
    List<String> others =
        List.of(
            "peers.json.0123456789ABCDEF.tmp",
            "peers.json.0123456789abcdef0.tmp",
            "peers.json.0123456789abcdef.tmp.txt",
            "peers.json.tmp",
            "peersXjson.0123456789abcdef.tmp",
            "settings.json.0123456789abcdef.tmp");
    for (String name : others) {
      left(name, Duration.ofDays(30));
    }
    Path named = Files.createDirectory(folder.resolve("peers.json.00000000000000ff.tmp"));
    Files.setLastModifiedTime(named, FileTime.from(Instant.now().minus(Duration.ofDays(30))));

    write(folder.resolve("peers.json"));

    assertThat(names()).containsAll(others).contains("peers.json.00000000000000ff.tmp");
  }

  @Test
  void aPipeOrADeviceIsNotReplaced() throws IOException, InterruptedException {
    assumePosix();
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> write(pipe))
        .withMessage(pipe + " could not be saved: it is a device or a pipe, not a file");

    assertThat(Files.readAttributes(pipe, PosixFileAttributes.class).isOther()).isTrue();
    assertThat(names()).containsExactly("pipe");
  }

  @Test
  void aNewFolderIsForItsUserAlone() throws IOException {
    assumePosix();
    Path file = folder.resolve("config").resolve("echolot").resolve("peers.json");

    write(file);

    for (Path made : List.of(folder.resolve("config"), folder.resolve("config/echolot"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void aSaveByRootLeavesAFileToItsOwner() throws IOException {
    assumePosix();
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can give files away");
    Path file = Files.writeString(folder.resolve("peers.json"), "old");
    UserPrincipal nobody = userOrSkip("nobody");
    Files.setOwner(file, nobody);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    write(file);

    PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
    assertThat(attributes.owner()).isEqualTo(nobody);
    assertThat(PosixFilePermissions.toString(attributes.permissions())).isEqualTo("rw-------");
    assertThat(file).hasContent("new");
  }

  private UserPrincipal userOrSkip(String name) throws IOException {
    try {
      return folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
    } catch (UserPrincipalNotFoundException _) {
      assumeTrue(false, "this system has no user " + name);
      throw new AssertionError("not reached");
    }
  }

  private void assumePosix() {
    assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "this file system has no permissions of that kind");
  }
}
