package iftoprs.desugar;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;

/**
 * {@code equals} or {@code hashCode} of a record.
 *
 * <p>As {@link java.lang.runtime.ObjectMethods} defines them, down to the number that {@code
 * hashCode} yields, so that nothing that iterates over a hash map can tell. {@code toString} stays
 * as it is: nothing shows a record in this form.
 *
 * @param name of the method
 * @param type the record, and for {@code equals} any object
 * @param fields of the record, in order
 */
record RecordSite(String name, MethodTypeDesc type, List<DirectMethodHandleDesc> fields)
    implements CallSite {

  static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.ObjectMethods");

  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final MethodTypeDesc OBJECT_HASH = MethodTypeDesc.of(CD_int, CD_Object);
  private static final MethodTypeDesc OBJECT_EQUALS =
      MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object);
  private static final String EQUALS = "equals";
  private static final String HASH = "hashCode";

  /** Before the fields among the arguments: the class, and the names of the fields. */
  private static final int DESCRIPTION = 2;

  private static final int THIS = 0;
  private static final int OTHER = 1;
  private static final int OTHER_RECORD = 2;
  private static final int HASH_FACTOR = 31;

  static Optional<RecordSite> of(InvokeDynamicInstruction call) {
    String method = call.name().stringValue();
    if (!method.equals(EQUALS) && !method.equals(HASH)) {
      return Optional.empty();
    }
    List<ConstantDesc> arguments = call.bootstrapArgs();
    List<DirectMethodHandleDesc> fields =
        arguments.subList(DESCRIPTION, arguments.size()).stream()
            .map(DirectMethodHandleDesc.class::cast)
            .toList();
    return Optional.of(new RecordSite(method, call.typeSymbol(), fields));
  }

  @Override
  public void write(CodeBuilder code) {
    if (name.equals(HASH)) {
      writeHash(code);
    } else {
      writeEquals(code);
    }
  }

  private void writeHash(CodeBuilder code) {
    code.iconst_0();
    for (DirectMethodHandleDesc field : fields) {
      ClassDesc value = load(code.loadConstant(HASH_FACTOR).imul(), THIS, field);
      if (value.isPrimitive()) {
        code.invokestatic(boxOf(value), HASH, MethodTypeDesc.of(CD_int, value));
      } else {
        code.invokestatic(OBJECTS, HASH, OBJECT_HASH);
      }
      code.iadd();
    }
    code.ireturn();
  }

  private void writeEquals(CodeBuilder code) {
    Label another = code.newLabel();
    Label different = code.newLabel();
    code.aload(THIS).aload(OTHER).if_acmpne(another).iconst_1().ireturn().labelBinding(another);
    ClassDesc self = type.parameterType(THIS);
    code.aload(OTHER).instanceOf(self).ifeq(different);
    code.aload(OTHER).checkcast(self).astore(OTHER_RECORD);
    for (DirectMethodHandleDesc field : fields) {
      load(code, THIS, field);
      ClassDesc value = load(code, OTHER_RECORD, field);
      if (!value.isPrimitive()) {
        code.invokestatic(OBJECTS, EQUALS, OBJECT_EQUALS).ifeq(different);
      } else if (TypeKind.from(value).asLoadable() == TypeKind.INT) {
        code.if_icmpne(different);
      } else {
        code.invokestatic(boxOf(value), "compare", MethodTypeDesc.of(CD_int, value, value));
        code.ifne(different);
      }
    }
    code.iconst_1().ireturn().labelBinding(different).iconst_0().ireturn();
  }

  /** Puts a field on the stack, and tells its type. */
  private static ClassDesc load(CodeBuilder code, int slot, DirectMethodHandleDesc field) {
    ClassDesc value = field.invocationType().returnType();
    code.aload(slot).getfield(field.owner(), field.methodName(), value);
    return value;
  }

  private static ClassDesc boxOf(ClassDesc primitive) {
    return switch (TypeKind.from(primitive)) {
      case BOOLEAN -> ClassDesc.of("java.lang.Boolean");
      case BYTE -> ClassDesc.of("java.lang.Byte");
      case SHORT -> ClassDesc.of("java.lang.Short");
      case CHAR -> ClassDesc.of("java.lang.Character");
      case INT -> ClassDesc.of("java.lang.Integer");
      case LONG -> ClassDesc.of("java.lang.Long");
      case FLOAT -> ClassDesc.of("java.lang.Float");
      case DOUBLE -> ClassDesc.of("java.lang.Double");
      case VOID, REFERENCE ->
          throw new IllegalArgumentException("no primitive: " + primitive.displayName());
    };
  }
}
