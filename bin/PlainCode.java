import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies a jar with its switches by type as plain code. javac leaves each of them to the runtime,
 * which makes a class for it when it is first passed: a millisecond each in a process that lives
 * for a hundred, and no ahead-of-time cache holds them. A switch with other labels than classes
 * stays as it is. docs/performance.md has what it gains.
 *
 * <p>Usage: java -cp THE_JAR_AND_ITS_LIBRARIES TypeSwitches.java JAR COPY
 */
final class TypeSwitches {

  /** The method that stands for one switch. */
  private record Made(String name, MethodTypeDesc type, List<ClassDesc> labels) {}

  private static final ClassFile CLASS_FILES =
      ClassFile.of(
          ClassFile.ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofResourceParsing(ClassLoader.getSystemClassLoader())
                  .orElse(ClassHierarchyResolver.defaultResolver())));

  private TypeSwitches() {}

  public static void main(String[] args) throws IOException {
    try (ZipFile in = new ZipFile(args[0]);
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(Path.of(args[1])))) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        byte[] bytes = in.getInputStream(entry).readAllBytes();
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        out.write(entry.getName().endsWith(".class") ? straightened(bytes) : bytes);
        out.closeEntry();
      }
    }
  }

  private static byte[] straightened(byte[] bytes) {
    ClassModel model = CLASS_FILES.parse(bytes);
    boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
    List<Made> made = new ArrayList<>();
    CodeTransform calls =
        (code, element) -> {
          if (element instanceof InvokeDynamicInstruction call && isByClassAlone(call)) {
            List<ClassDesc> labels =
                call.bootstrapArgs().stream().map(ClassDesc.class::cast).toList();
            Made method = new Made("typeSwitch$" + made.size(), call.typeSymbol(), labels);
            made.add(method);
            code.invokestatic(
                model.thisClass().asSymbol(), method.name(), method.type(), isInterface);
          } else {
            code.with(element);
          }
        };
    ClassTransform methods =
        ClassTransform.endHandler(
            type -> {
              for (Made method : made) {
                type.withMethodBody(
                    method.name(),
                    method.type(),
                    ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                    code -> write(method, code));
              }
            });
    byte[] changed =
        CLASS_FILES.transformClass(
            model, ClassTransform.transformingMethodBodies(calls).andThen(methods));
    return made.isEmpty() ? bytes : changed;
  }

  private static boolean isByClassAlone(InvokeDynamicInstruction call) {
    return call.name().equalsString("typeSwitch")
        && call.bootstrapMethod().owner().descriptorString().endsWith("/SwitchBootstraps;")
        && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
  }

  /** As java.lang.runtime.SwitchBootstraps says: the first label from "restart" on that fits. */
  private static void write(Made method, CodeBuilder code) {
    Label present = code.newLabel();
    code.aload(0).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
    for (int i = 0; i < method.labels().size(); i++) {
      Label next = code.newLabel();
      code.iload(1)
          .loadConstant(i)
          .if_icmpgt(next)
          .aload(0)
          .instanceOf(method.labels().get(i))
          .ifeq(next)
          .loadConstant(i)
          .ireturn()
          .labelBinding(next);
    }
    code.loadConstant(method.labels().size()).ireturn();
  }
}
