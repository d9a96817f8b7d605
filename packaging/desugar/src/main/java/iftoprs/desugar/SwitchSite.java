package iftoprs.desugar;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;

/**
 * A switch over types, or over the constants of an enum: the index of the first label at or after a
 * given one that a value matches, the number of labels if none does, -1 for null.
 *
 * <p>As {@link java.lang.runtime.SwitchBootstraps} defines it. Labels that are classes and the
 * names of an enum's constants are known; a site with any other label stays as it is.
 *
 * @param name {@code typeSwitch} or {@code enumSwitch}
 * @param type the value and the first label to look at; an int
 * @param labels {@link ClassDesc}, or {@link String} for a constant of the value's type
 */
record SwitchSite(String name, MethodTypeDesc type, List<ConstantDesc> labels) implements CallSite {

  static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

  private static final String OVER_TYPES = "typeSwitch";
  private static final String OVER_CONSTANTS = "enumSwitch";
  private static final int VALUE = 0;
  private static final int FIRST_LABEL = 1;

  static Optional<SwitchSite> of(InvokeDynamicInstruction call) {
    String method = call.bootstrapMethod().methodName();
    boolean constants = method.equals(OVER_CONSTANTS);
    boolean known =
        (constants || method.equals(OVER_TYPES))
            && call.bootstrapArgs().stream()
                .allMatch(
                    label ->
                        label instanceof ClassDesc wanted && !wanted.isPrimitive()
                            || constants && label instanceof String);
    return known
        ? Optional.of(new SwitchSite(method, call.typeSymbol(), call.bootstrapArgs()))
        : Optional.empty();
  }

  @Override
  public void write(CodeBuilder code) {
    Label present = code.newLabel();
    code.aload(VALUE).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
    for (int index = 0; index < labels.size(); index++) {
      Label next = code.newLabel();
      code.iload(FIRST_LABEL).loadConstant(index).if_icmpgt(next);
      if (labels.get(index) instanceof ClassDesc wanted) {
        code.aload(VALUE).instanceOf(wanted).ifeq(next);
      } else {
        ClassDesc constants = type.parameterType(VALUE);
        String constant = (String) labels.get(index);
        code.aload(VALUE).getstatic(constants, constant, constants).if_acmpne(next);
      }
      code.loadConstant(index).ireturn().labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }
}
