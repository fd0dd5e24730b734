import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies a jar with its switches by type, and what its records have of themselves (equals,
 * hashCode, toString), as plain code. javac leaves each of them to the runtime, which makes classes
 * for it when it is first passed: a millisecond and more each in a process that lives for a
 * hundred, and no ahead-of-time cache holds them. A switch with other labels than classes stays as
 * it is. docs/performance.md has what it gains.
 *
 * <p>Usage: java -cp THE_JAR_AND_ITS_LIBRARIES PlainCode.java JAR COPY
 */
final class PlainCode {

  /** The method that stands for one switch. */
  private record Made(String name, MethodTypeDesc type, List<ClassDesc> labels) {}

  private static final ClassFile CLASS_FILES =
      ClassFile.of(
          ClassFile.ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofResourceParsing(ClassLoader.getSystemClassLoader())
                  .orElse(ClassHierarchyResolver.defaultResolver())));

  private static final ClassDesc RECORD = ClassDesc.of("java.lang.Record");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final ClassDesc BUILDER = ClassDesc.of("java.lang.StringBuilder");
  private static final MethodTypeDesc OBJECTS_EQUALS =
      MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);

  private PlainCode() {}

  public static void main(String[] args) throws IOException {
    try (ZipFile in = new ZipFile(args[0]);
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(Path.of(args[1])))) {
      // What compresses the packages does so better with all of it than class by class.
      out.setLevel(Deflater.NO_COMPRESSION);
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
    return plainRecord(made.isEmpty() ? bytes : changed);
  }

  private static byte[] plainRecord(byte[] bytes) {
    ClassModel model = CLASS_FILES.parse(bytes);
    boolean isRecord =
        model.superclass().filter(type -> type.asSymbol().equals(RECORD)).isPresent();
    return isRecord ? CLASS_FILES.transformClass(model, PlainCode::plainMethod) : bytes;
  }

  private static void plainMethod(ClassBuilder type, ClassElement element) {
    if (element instanceof MethodModel method && ofRecord(method) instanceof List<?> fields) {
      ClassDesc owner = method.parent().orElseThrow().thisClass().asSymbol();
      List<DirectMethodHandleDesc> getters =
          fields.stream().map(DirectMethodHandleDesc.class::cast).toList();
      type.withMethodBody(
          method.methodName(),
          method.methodType(),
          method.flags().flagsMask(),
          code -> {
            switch (method.methodName().stringValue()) {
              case "equals" -> writeEquals(owner, getters, code);
              case "hashCode" -> writeHashCode(owner, getters, code);
              default -> writeToString(owner, getters, code);
            }
          });
    } else {
      type.with(element);
    }
  }

  /** The fields that a method of a record is made of; null if it is not the runtime's to make. */
  private static List<?> ofRecord(MethodModel method) {
    return method.code().stream()
        .flatMap(CodeModel::elementStream)
        .filter(InvokeDynamicInstruction.class::isInstance)
        .map(InvokeDynamicInstruction.class::cast)
        .filter(
            call -> call.bootstrapMethod().owner().descriptorString().endsWith("/ObjectMethods;"))
        .map(call -> call.bootstrapArgs().subList(2, call.bootstrapArgs().size()))
        .findFirst()
        .orElse(null);
  }

  private static ClassDesc typeOf(DirectMethodHandleDesc getter) {
    return getter.invocationType().returnType();
  }

  private static CodeBuilder load(
      ClassDesc owner, int slot, DirectMethodHandleDesc getter, CodeBuilder code) {
    return code.aload(slot).getfield(owner, getter.methodName(), typeOf(getter));
  }

  private static void writeEquals(
      ClassDesc owner, List<DirectMethodHandleDesc> getters, CodeBuilder code) {
    Label different = code.newLabel();
    Label same = code.newLabel();
    code.aload(0).aload(1).if_acmpeq(same).aload(1).instanceOf(owner).ifeq(different);
    code.aload(1).checkcast(owner).astore(2);
    for (DirectMethodHandleDesc getter : getters) {
      load(owner, 0, getter, code);
      load(owner, 2, getter, code);
      ClassDesc type = typeOf(getter);
      if (!type.isPrimitive()) {
        code.invokestatic(OBJECTS, "equals", OBJECTS_EQUALS).ifeq(different);
      } else {
        code.invokestatic(
                boxOf(type), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type))
            .ifne(different);
      }
    }
    code.labelBinding(same).iconst_1().ireturn().labelBinding(different).iconst_0().ireturn();
  }

  private static void writeHashCode(
      ClassDesc owner, List<DirectMethodHandleDesc> getters, CodeBuilder code) {
    code.iconst_0();
    for (DirectMethodHandleDesc getter : getters) {
      ClassDesc type = typeOf(getter);
      code.loadConstant(31).imul();
      load(owner, 0, getter, code)
          .invokestatic(
              type.isPrimitive() ? boxOf(type) : OBJECTS,
              "hashCode",
              MethodTypeDesc.of(
                  ConstantDescs.CD_int, type.isPrimitive() ? type : ConstantDescs.CD_Object))
          .iadd();
    }
    code.ireturn();
  }

  private static void writeToString(
      ClassDesc owner, List<DirectMethodHandleDesc> getters, CodeBuilder code) {
    MethodTypeDesc append = MethodTypeDesc.of(BUILDER, ConstantDescs.CD_String);
    MethodTypeDesc text = MethodTypeDesc.of(ConstantDescs.CD_String);
    code.new_(BUILDER).dup().invokespecial(BUILDER, "<init>", ConstantDescs.MTD_void);
    code.loadConstant(owner).invokevirtual(ConstantDescs.CD_Class, "getSimpleName", text);
    code.invokevirtual(BUILDER, "append", append);
    String before = "[";
    for (DirectMethodHandleDesc getter : getters) {
      code.loadConstant(before + getter.methodName() + "=")
          .invokevirtual(BUILDER, "append", append);
      ClassDesc type = typeOf(getter);
      ClassDesc shown =
          !type.isPrimitive()
              ? ConstantDescs.CD_Object
              : "BS".contains(type.descriptorString()) ? ConstantDescs.CD_int : type;
      load(owner, 0, getter, code)
          .invokestatic(
              ConstantDescs.CD_String, "valueOf", MethodTypeDesc.of(ConstantDescs.CD_String, shown))
          .invokevirtual(BUILDER, "append", append);
      before = ", ";
    }
    code.loadConstant(getters.isEmpty() ? "[]" : "]").invokevirtual(BUILDER, "append", append);
    code.invokevirtual(BUILDER, "toString", text).areturn();
  }

  private static ClassDesc boxOf(ClassDesc primitive) {
    return switch (primitive.descriptorString()) {
      case "Z" -> ConstantDescs.CD_Boolean;
      case "B" -> ConstantDescs.CD_Byte;
      case "C" -> ConstantDescs.CD_Character;
      case "D" -> ConstantDescs.CD_Double;
      case "F" -> ConstantDescs.CD_Float;
      case "I" -> ConstantDescs.CD_Integer;
      case "J" -> ConstantDescs.CD_Long;
      default -> ConstantDescs.CD_Short;
    };
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
