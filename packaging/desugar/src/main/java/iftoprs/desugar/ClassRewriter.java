package iftoprs.desugar;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a private static method into a class for each call site it knows to spell out, and calls
 * that. Methods without such a site stay as the compiler wrote them. One thread.
 */
final class ClassRewriter {

  private static final int HELPER =
      ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

  private final ClassFile classFile;
  private int sites;

  /**
   * For classes that refer to each other.
   *
   * @param hierarchy knows their superclasses, for the stack maps of methods that change
   */
  ClassRewriter(ClassHierarchyResolver hierarchy) {
    classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
  }

  /** Number of call sites replaced so far. */
  int sites() {
    return sites;
  }

  /** The class with its call sites spelled out; the very array if there is none. */
  byte[] rewrite(byte[] bytes) {
    ClassModel model = classFile.parse(bytes);
    List<CallSite> found = new ArrayList<>();
    CodeTransform calls =
        (code, element) -> {
          Optional<CallSite> site =
              element instanceof InvokeDynamicInstruction call
                  ? CallSite.of(call)
                  : Optional.empty();
          if (site.isEmpty()) {
            code.with(element);
            return;
          }
          code.invokestatic(
              model.thisClass().asSymbol(),
              nameOf(site.get(), found.size()),
              site.get().type(),
              model.flags().has(AccessFlag.INTERFACE));
          found.add(site.get());
        };
    ClassTransform helpers =
        ClassTransform.endHandler(
            rewritten -> {
              for (int i = 0; i < found.size(); i++) {
                CallSite site = found.get(i);
                rewritten.withMethodBody(nameOf(site, i), site.type(), HELPER, site::write);
              }
            });
    byte[] rewritten =
        classFile.transformClass(
            model,
            ClassTransform.transformingMethodBodies(ClassRewriter::hasSite, calls)
                .andThen(helpers));
    sites += found.size();
    return found.isEmpty() ? bytes : rewritten;
  }

  private static boolean hasSite(MethodModel method) {
    return method.code().stream()
        .flatMap(code -> code.elementStream())
        .anyMatch(
            element ->
                element instanceof InvokeDynamicInstruction call && CallSite.of(call).isPresent());
  }

  private static String nameOf(CallSite site, int number) {
    return "desugared$" + site.name() + "$" + number;
  }
}
