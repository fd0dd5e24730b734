package org.echolot.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.echolot.Echolot;

/**
 * Loads Echolot once more, with a place for a fault at the beginning of each method that somebody
 * calls back: of each lambda and each method that stands for one, and of each that redefines one of
 * Java's or JavaFX's. What is added later is among them by itself.
 */
public final class InjectingLoader extends ClassLoader {

  private static final String ROOT = "org.echolot.";
  private static final ClassDesc INJECTED = ClassDesc.of(Injected.class.getName());
  private static final MethodTypeDesc AT =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);

  private final Set<String> lambdas = new HashSet<>();
  private final Predicate<String> chosen;

  /**
   * @param chosen the names of the classes that get faults
   */
  public InjectingLoader(Predicate<String> chosen) throws Exception {
    super(InjectingLoader.class.getClassLoader());
    this.chosen = chosen;
    Path classes =
        Path.of(Echolot.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        findLambdas(ClassFile.of().parse(Files.readAllBytes(file)));
      }
    }
  }

  private void findLambdas(ClassModel model) {
    for (MethodModel method : model.methods()) {
      method
          .code()
          .ifPresent(
              code ->
                  code.forEach(
                      element -> {
                        if (element instanceof InvokeDynamicInstruction call
                            && call.bootstrapMethod()
                                .owner()
                                .displayName()
                                .equals("LambdaMetafactory")) {
                          call.bootstrapArgs().forEach(this::take);
                        }
                      }));
    }
  }

  private void take(ConstantDesc argument) {
    if (argument instanceof DirectMethodHandleDesc handle) {
      String owner = handle.owner().descriptorString();
      lambdas.add(owner + handle.methodName() + handle.lookupDescriptor());
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(ROOT) || name.equals(Injected.class.getName())) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String resource = name.replace('.', '/') + ".class";
    try (InputStream in = getParent().getResourceAsStream(resource)) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      byte[] made = chosen.test(name) ? injected(name, bytes) : bytes;
      return defineClass(
          name,
          made,
          0,
          made.length,
          Class.forName(name, false, getParent()).getProtectionDomain());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] injected(String name, byte[] bytes) throws ClassNotFoundException {
    Class<?> original = Class.forName(name, false, getParent());
    ClassFile format = ClassFile.of();
    ClassModel model = format.parse(bytes);
    Set<String> places = new HashSet<>();
    for (MethodModel method : model.methods()) {
      if (isCalledBack(method, original)) {
        places.add(method.methodName().stringValue() + method.methodType().stringValue());
      }
    }
    return format.transformClass(
        model,
        ClassTransform.ACCEPT_ALL.andThen(
            (builder, element) -> {
              if (element instanceof MethodModel method
                  && places.contains(
                      method.methodName().stringValue() + method.methodType().stringValue())) {
                int number =
                    Injected.place(
                        name.substring(ROOT.length())
                            + "."
                            + method.methodName().stringValue()
                            + method.methodType().stringValue());
                builder.transformMethod(
                    method,
                    (inMethod, part) -> {
                      if (part instanceof java.lang.classfile.CodeModel code) {
                        inMethod.transformCode(code, failing(number));
                      } else {
                        inMethod.with(part);
                      }
                    });
              } else {
                builder.with(element);
              }
            }));
  }

  private static CodeTransform failing(int number) {
    return new CodeTransform() {
      @Override
      public void atStart(CodeBuilder builder) {
        builder.loadConstant(number).invokestatic(INJECTED, "at", AT);
      }

      @Override
      public void accept(CodeBuilder builder, CodeElement element) {
        builder.with(element);
      }
    };
  }

  private boolean isCalledBack(MethodModel method, Class<?> original) {
    String name = method.methodName().stringValue();
    if (method.code().isEmpty() || name.startsWith("<")) {
      return false;
    }
    String full = original.descriptorString() + name + method.methodType().stringValue();
    return lambdas.contains(full)
        || (!method.flags().has(AccessFlag.STATIC)
            && !method.flags().has(AccessFlag.PRIVATE)
            && redefines(original, name, method.methodType().stringValue()));
  }

  /**
   * Whether a class that is not ours declares the method, too; what every object has is passed
   * over.
   */
  private static boolean redefines(Class<?> original, String name, String type) {
    for (Class<?> above : above(original, new HashSet<>())) {
      if (above != Object.class && !above.getName().startsWith(ROOT)) {
        for (Method method : above.getDeclaredMethods()) {
          if (method.getName().equals(name)
              && type.startsWith(parameters(method))
              && !List.of("toString", "hashCode", "equals").contains(name)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static String parameters(Method method) {
    StringBuilder text = new StringBuilder("(");
    for (Class<?> parameter : method.getParameterTypes()) {
      text.append(parameter.descriptorString());
    }
    return text.append(')').toString();
  }

  private static Set<Class<?>> above(Class<?> type, Set<Class<?>> all) {
    Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
        .filter(all::add)
        .forEach(each -> above(each, all));
    return all;
  }
}
