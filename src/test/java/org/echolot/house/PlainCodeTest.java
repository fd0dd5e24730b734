package org.echolot.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** bin/PlainCode.java: its copy does what the jar did, and makes no class for it. */
@Timeout(120)
class PlainCodeTest {

  /** Says what it has come to, of all that is written anew. */
  private static final String SOURCE =
      """
      import java.util.*;
      public class Sample {
        public sealed interface Shape {}
        public record Box(int i, long j, double d, float f, boolean z, char c, short s, byte b,
            String text, int[] array) implements Shape {}
        public record Empty() implements Shape {}
        public record Generic<T>(T value, List<T> more) implements Shape {}
        static String kind(Object o) {
          return switch (o) {
            case null -> "nothing";
            case Box box when box.i() > 1 -> "large box";
            case Box _ -> "box";
            case Empty _ -> "empty";
            case Generic<?> g -> "of " + g.value();
            default -> "other";
          };
        }
        public static List<String> say() {
          int[] shared = {1};
          List<Object> all = Arrays.asList(
              null, "text", new Empty(), new Empty(), new Generic<>("a", List.of()),
              new Generic<>(null, null), new Generic<>("a", List.of()),
              box(1, 0.0, null, null), box(1, -0.0, null, null), box(2, Double.NaN, "t", null),
              box(2, Double.NaN, "t", shared), box(2, Double.NaN, "t", shared));
          List<String> said = new ArrayList<>();
          for (Object one : all) {
            said.add(kind(one) + " " + String.valueOf(one).replaceAll("@[0-9a-f]+", "@"));
            for (Object other : all) {
              said.add(Objects.equals(one, other) + "");
            }
            if (!(one instanceof Box box) || box.array() == null) {
              said.add(Objects.hashCode(one) + "");
            }
          }
          return said;
        }
        private static Box box(int i, double d, String text, int[] array) {
          return new Box(i, -5L, d, -0.0f, i == 1, 'x', (short) -7, (byte) 200, text, array);
        }
      }
      """;

  @TempDir Path folder;
  private Path jar;
  private Path copy;

  @BeforeEach
  void copy() throws Exception {
    Path source = Files.writeString(folder.resolve("Sample.java"), SOURCE);
    Path classes = Files.createDirectory(folder.resolve("classes"));
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), source.toString());
    assertThat(code).isZero();
    jar = folder.resolve("sample.jar");
    copy = folder.resolve("copy.jar");
    pack(classes);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                jar.toString(),
                "bin/PlainCode.java",
                jar.toString(),
                copy.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private void pack(Path classes) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.list(classes)) {
      for (Path file : files.toList()) {
        out.putNextEntry(new JarEntry(file.getFileName().toString()));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
  }

  @Test
  void switchesAndRecordsDoWhatTheyDid() throws Exception {
    assertThat(saidBy(copy))
        .isEqualTo(saidBy(jar))
        .contains(
            "large box Box[i=2, j=-5, d=NaN, f=-0.0, z=false, c=x, s=-7, b=-56, text=t,"
                + " array=null]");
  }

  @Test
  void nothingIsLeftToTheRuntime() throws Exception {
    assertThat(leftToTheRuntime(jar)).contains("typeSwitch", "equals", "hashCode", "toString");
    assertThat(leftToTheRuntime(copy)).containsOnly("makeConcatWithConstants");
  }

  private static List<String> saidBy(Path of) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {of.toUri().toURL()}, null)) {
      Method say = loader.loadClass("Sample").getMethod("say");
      return ((List<?>) say.invoke(null)).stream().map(String::valueOf).toList();
    }
  }

  private static List<String> leftToTheRuntime(Path of) throws IOException {
    try (ZipFile zip = new ZipFile(of.toFile())) {
      List<String> names = new ArrayList<>();
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        ClassFile.of().parse(bytes).methods().stream()
            .flatMap(method -> method.code().stream())
            .flatMap(CodeModel::elementStream)
            .filter(InvokeDynamicInstruction.class::isInstance)
            .map(InvokeDynamicInstruction.class::cast)
            .forEach(call -> names.add(call.name().stringValue()));
      }
      return names.stream().distinct().toList();
    }
  }
}
