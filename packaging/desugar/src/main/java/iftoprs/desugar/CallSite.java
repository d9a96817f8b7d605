package iftoprs.desugar;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Optional;

/** A call that the runtime would link with a class made for it, and what to do instead. */
sealed interface CallSite permits SwitchSite, RecordSite {

  /**
   * A call that is known.
   *
   * @return empty for all others, which stay as they are
   */
  static Optional<CallSite> of(InvokeDynamicInstruction call) {
    ClassDesc bootstrap = call.bootstrapMethod().owner();
    if (bootstrap.equals(SwitchSite.BOOTSTRAPS)) {
      return SwitchSite.of(call).map(CallSite.class::cast);
    }
    if (bootstrap.equals(RecordSite.BOOTSTRAPS)) {
      return RecordSite.of(call).map(CallSite.class::cast);
    }
    return Optional.empty();
  }

  /** What is called, as the compiler named it. */
  String name();

  /** What is passed and returned. */
  MethodTypeDesc type();

  /** Writes the body of a static method that does the same. */
  void write(CodeBuilder code);
}
