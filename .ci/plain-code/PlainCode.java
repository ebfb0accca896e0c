import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.RuntimeInvisibleTypeAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleTypeAnnotationsAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A step of the build, over compiled classes: {@code switch} over types, {@code equals} and {@code hashCode} of records, and joined
 * strings as plain code.
 *
 * <p>The compiler leaves it to the first execution of these to write their code. An ahead-of-time cache cannot hold that, so that every
 * run of a short-lived program would pay for it. Here each of them becomes a method of its class. Switches with other cases than types
 * and strings stay as they are.
 *
 * <p>Arguments: folders of classes. They and everything that the classes refer to must be on the class path.
 */
public final class PlainCode {

    private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
    private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");
    private static final ClassDesc STRINGS = ClassDesc.of("java.lang.invoke.StringConcatFactory");
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final ClassDesc BUILDER = ClassDesc.of("java.lang.StringBuilder");

    private static final ClassFile CLASSES = ClassFile.of(ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.ofResourceParsing(ClassLoader.getSystemClassLoader())));

    private final ClassModel model;

    /** What was replaced in the class at hand; its place in the list is its number. */
    private final List<InvokeDynamicInstruction> replaced = new ArrayList<>();

    private PlainCode(ClassModel model) {
        this.model = model;
    }

    public static void main(String[] folders) throws IOException {
        for (String folder : folders) {
            List<Path> files;
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                files = all.filter(file -> file.toString().endsWith(".class")).toList();
            }
            for (Path file : files) {
                ClassModel model = CLASSES.parse(Files.readAllBytes(file));
                if (model.methods().stream().anyMatch(PlainCode::concerned)) {
                    Files.write(file, new PlainCode(model).rewritten());
                }
            }
        }
    }

    private byte[] rewritten() {
        ClassTransform bodies = ClassTransform.transformingMethodBodies(PlainCode::concerned, this::replace);
        return CLASSES.transformClass(model, bodies.andThen(ClassTransform.endHandler(this::addMethods)));
    }

    private static boolean concerned(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .anyMatch(PlainCode::isReplaced);
    }

    private static boolean isReplaced(CodeElement element) {
        return isSwitch(element) || isRecordMethod(element) || isJoin(element);
    }

    private static boolean isSwitch(CodeElement element) {
        return element instanceof InvokeDynamicInstruction call
                && call.bootstrapMethod().owner().equals(SWITCHES)
                && call.name().equalsString("typeSwitch")
                && call.bootstrapArgs().stream().allMatch(PlainCode::isSimple);
    }

    private static boolean isSimple(ConstantDesc label) {
        return label instanceof String || label instanceof ClassDesc type && !type.isPrimitive();
    }

    private static boolean isRecordMethod(CodeElement element) {
        return element instanceof InvokeDynamicInstruction call
                && call.bootstrapMethod().owner().equals(RECORDS)
                && (call.name().equalsString("equals") || call.name().equalsString("hashCode"));
    }

    private static boolean isJoin(CodeElement element) {
        return element instanceof InvokeDynamicInstruction call
                && call.bootstrapMethod().owner().equals(STRINGS)
                && call.name().equalsString("makeConcatWithConstants")
                && call.bootstrapArgs().stream().allMatch(String.class::isInstance);
    }

    private void replace(CodeBuilder code, CodeElement element) {
        if (isReplaced(element)) {
            var call = (InvokeDynamicInstruction) element;
            replaced.add(call);
            invoke(code, name(call), call.typeSymbol());
        } else if (!isTypeAnnotation(element)) {
            code.with(element);
        }
    }

    /** Those of local variables hold offsets that the library does not move along with the code, and nothing reads them at run time. */
    private static boolean isTypeAnnotation(CodeElement element) {
        return element instanceof RuntimeVisibleTypeAnnotationsAttribute
                || element instanceof RuntimeInvisibleTypeAnnotationsAttribute;
    }

    private String name(InvokeDynamicInstruction call) {
        return call.name().stringValue() + "$" + replaced.indexOf(call);
    }

    private void invoke(CodeBuilder code, String name, MethodTypeDesc type) {
        code.invokestatic(model.thisClass().asSymbol(), name, type, model.flags().has(AccessFlag.INTERFACE));
    }

    private void addMethods(ClassBuilder builder) {
        for (InvokeDynamicInstruction call : replaced) {
            String name = name(call);
            MethodTypeDesc type = call.typeSymbol();
            if (isSwitch(call)) {
                String again = name + "$again";
                add(builder, name, type, code -> choose(code, call, again));
                add(builder, again, type, code -> chooseAgain(code, call));
            } else if (isJoin(call)) {
                add(builder, name, type, code -> join(code, call));
            } else if (call.name().equalsString("equals")) {
                add(builder, name, type, code -> equal(code, call));
            } else {
                add(builder, name, type, code -> hash(code, call));
            }
        }
    }

    private static void add(ClassBuilder builder, String name, MethodTypeDesc type, Consumer<CodeBuilder> body) {
        int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
        builder.withMethodBody(name, type, flags, body);
    }

    // --- switches: the subject and the number of the first case that is eligible give the number of the case ----------

    /** The common case apart, so that it is small enough for the JIT to inline: no guard has refused a case before. */
    private void choose(CodeBuilder code, InvokeDynamicInstruction call, String again) {
        code.iload(1).ifThen(refused -> {
            refused.aload(0).iload(1);
            invoke(refused, again, call.typeSymbol());
            refused.ireturn();
        });
        code.aload(0).ifThen(Opcode.IFNULL, nothing -> nothing.loadConstant(-1).ireturn());
        List<ConstantDesc> labels = call.bootstrapArgs();
        for (int i = 0; i < labels.size(); i++) {
            int found = i;
            match(code, labels.get(i));
            code.ifThen(matched -> matched.loadConstant(found).ireturn());
        }
        code.loadConstant(labels.size()).ireturn();
    }

    private static void chooseAgain(CodeBuilder code, InvokeDynamicInstruction call) {
        code.aload(0).ifThen(Opcode.IFNULL, nothing -> nothing.loadConstant(-1).ireturn());
        List<ConstantDesc> labels = call.bootstrapArgs();
        for (int i = 0; i < labels.size(); i++) {
            int found = i;
            code.iload(1).loadConstant(i).ifThen(Opcode.IF_ICMPLE, eligible -> {
                match(eligible, labels.get(found));
                eligible.ifThen(matched -> matched.loadConstant(found).ireturn());
            });
        }
        code.loadConstant(labels.size()).ireturn();
    }

    /** Leaves on the stack whether the subject fits the label. */
    private static void match(CodeBuilder code, ConstantDesc label) {
        switch (label) {
            case ClassDesc type -> code.aload(0).instanceOf(type);
            case String text -> {
                MethodTypeDesc equals = MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object);
                code.loadConstant(text).aload(0).invokevirtual(ConstantDescs.CD_String, "equals", equals);
            }
            default -> throw new IllegalStateException("not simple: " + label);
        }
    }

    // --- records: component by component, as java.lang.runtime.ObjectMethods does ------------------------------------

    private static List<DirectMethodHandleDesc> components(InvokeDynamicInstruction call) {
        return call.bootstrapArgs().stream()
                .skip(2)
                .map(getter -> (DirectMethodHandleDesc) getter)
                .toList();
    }

    private static void load(CodeBuilder code, int record, DirectMethodHandleDesc component) {
        code.aload(record).getfield(component.owner(), component.methodName(), type(component));
    }

    private static ClassDesc type(DirectMethodHandleDesc component) {
        return component.invocationType().returnType();
    }

    /** The class whose static methods compare and hash values of a primitive type. */
    private static ClassDesc box(ClassDesc primitive) {
        return switch (TypeKind.from(primitive)) {
            case BOOLEAN -> ConstantDescs.CD_Boolean;
            case BYTE -> ConstantDescs.CD_Byte;
            case CHAR -> ConstantDescs.CD_Character;
            case SHORT -> ConstantDescs.CD_Short;
            case INT -> ConstantDescs.CD_Integer;
            case LONG -> ConstantDescs.CD_Long;
            case FLOAT -> ConstantDescs.CD_Float;
            case DOUBLE -> ConstantDescs.CD_Double;
            case REFERENCE, VOID -> throw new IllegalStateException("not primitive: " + primitive);
        };
    }

    private static void equal(CodeBuilder code, InvokeDynamicInstruction call) {
        ClassDesc record = call.typeSymbol().parameterType(0);
        code.aload(0).aload(1).ifThen(Opcode.IF_ACMPEQ, same -> same.iconst_1().ireturn());
        code.aload(1).instanceOf(record).ifThen(Opcode.IFEQ, other -> other.iconst_0().ireturn());
        code.aload(1).checkcast(record).astore(2);
        for (DirectMethodHandleDesc component : components(call)) {
            load(code, 0, component);
            load(code, 2, component);
            ClassDesc type = type(component);
            Opcode different;
            if (type.isPrimitive()) {
                code.invokestatic(box(type), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type));
                different = Opcode.IFNE;
            } else {
                MethodTypeDesc equals = MethodTypeDesc.of(
                        ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
                code.invokestatic(OBJECTS, "equals", equals);
                different = Opcode.IFEQ;
            }
            code.ifThen(different, unequal -> unequal.iconst_0().ireturn());
        }
        code.iconst_1().ireturn();
    }

    private static void hash(CodeBuilder code, InvokeDynamicInstruction call) {
        code.iconst_0();
        for (DirectMethodHandleDesc component : components(call)) {
            code.loadConstant(31).imul();
            load(code, 0, component);
            ClassDesc type = type(component);
            if (type.isPrimitive()) {
                code.invokestatic(box(type), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, type));
            } else {
                MethodTypeDesc hash = MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object);
                code.invokestatic(OBJECTS, "hashCode", hash);
            }
            code.iadd();
        }
        code.ireturn();
    }

    // --- strings: the recipe is a text in which the first character below stands for the next argument, the second for
    // the next constant -----------------------------------------------------------------------------------------------

    private static final char ARGUMENT = '\1';
    private static final char CONSTANT = '\2';

    private static void join(CodeBuilder code, InvokeDynamicInstruction call) {
        List<ConstantDesc> constants = call.bootstrapArgs();
        String recipe = (String) constants.getFirst();
        MethodTypeDesc type = call.typeSymbol();
        code.new_(BUILDER).dup().invokespecial(BUILDER, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
        int argument = 0;
        int constant = 1;
        int slot = 0;
        var text = new StringBuilder();
        for (char c : recipe.toCharArray()) {
            if (c == ARGUMENT) {
                flush(code, text);
                ClassDesc each = type.parameterType(argument++);
                TypeKind kind = TypeKind.from(each);
                code.loadLocal(kind, slot);
                slot += kind.slotSize();
                append(code, each);
            } else if (c == CONSTANT) {
                text.append((String) constants.get(constant++));
            } else {
                text.append(c);
            }
        }
        flush(code, text);
        code.invokevirtual(BUILDER, "toString", MethodTypeDesc.of(ConstantDescs.CD_String)).areturn();
    }

    private static void flush(CodeBuilder code, StringBuilder text) {
        if (!text.isEmpty()) {
            code.loadConstant(text.toString());
            append(code, ConstantDescs.CD_String);
            text.setLength(0);
        }
    }

    private static void append(CodeBuilder code, ClassDesc type) {
        ClassDesc appended = switch (TypeKind.from(type)) {
            case BYTE, SHORT -> ConstantDescs.CD_int;
            case REFERENCE -> type.equals(ConstantDescs.CD_String) ? type : ConstantDescs.CD_Object;
            default -> type;
        };
        code.invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, appended));
    }
}
