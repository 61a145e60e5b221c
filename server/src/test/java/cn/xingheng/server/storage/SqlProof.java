package cn.xingheng.server.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;

/**
 * Every statement of the stores, described and planned by PostgreSQL itself in the role of the application.
 *
 * <p>What a store sends is a constant: a text that begins with a verb is a whole statement, a fragment never does. A
 * store that must put a statement together when it runs says all it can send in {@code static Collection<String>
 * everyStatement()}.
 */
final class SqlProof {
  private static final String CLASSES = "classpath*:cn/xingheng/server/**/*.class";
  private static final String EVERY = "everyStatement";
  /** Opens the door of the house's own server before there is a schema. */
  private static final String LAUNCHER = "cn/xingheng/server/house/postgres/";
  private static final String CLIENT = "org/springframework/jdbc/core/simple/JdbcClient";
  private static final Pattern PAST =
      Pattern.compile(
          "java/sql/(Connection|Statement|PreparedStatement|CallableStatement)|.*/[A-Za-z]*Jdbc(Template|Operations)");
  private static final Pattern VERB =
      Pattern.compile("^(select|insert|update|delete|with|merge|truncate|call|lock|set|values)\\b.*", Pattern.DOTALL);

  private final Connection connection;
  private final List<String> faults = new ArrayList<>();
  private int proven;

  SqlProof(Connection connection) {
    this.connection = connection;
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  int proven() {
    return proven;
  }

  /** The shipped classes that speak SQL. */
  static List<Class<?>> speaking() {
    try {
      List<Class<?>> found = new ArrayList<>();
      for (Resource resource : new PathMatchingResourcePatternResolver().getResources(CLASSES)) {
        if (resource.getURL().toString().contains("test-classes")) {
          continue;
        }
        ClassModel model = ClassFile.of().parse(resource.getContentAsByteArray());
        if (!model.thisClass().asInternalName().startsWith(LAUNCHER) && speaks(model)) {
          found.add(Class.forName(model.thisClass().asInternalName().replace('/', '.')));
        }
      }
      return found;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    } catch (ClassNotFoundException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private static boolean speaks(ClassModel model) {
    for (var entry : model.constantPool()) {
      if (entry instanceof ClassEntry named
          && (named.asInternalName().startsWith("org/springframework/jdbc/core/") || past(named.asInternalName()))) {
        return true;
      }
    }
    return false;
  }

  /** Ways to speak to the database that this proof cannot follow. */
  private static boolean past(String type) {
    return PAST.matcher(type).matches();
  }

  void prove(Class<?> store) {
    String name = store.getName();
    if (!outermost(store).getSimpleName().endsWith("Store")) {
      faults.add(name + " speaks SQL and is no store");
      return;
    }
    Set<String> statements = new LinkedHashSet<>(constants(store));
    Optional<Collection<String>> every = every(store);
    every.ifPresent(statements::addAll);
    for (@Nullable String text : sent(store)) {
      if (text != null) {
        statements.add(text);
      } else if (every.isEmpty()) {
        faults.add(name + " sends a statement that is put together when it runs, and has no " + EVERY + "()");
      }
    }
    for (var entry : model(store).constantPool()) {
      if (entry instanceof ClassEntry named && past(named.asInternalName())) {
        faults.add(name + " speaks past JdbcClient, through " + named.asInternalName());
      }
    }
    statements.forEach(statement -> prove(name, statement));
  }

  private static Class<?> outermost(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type : outermost(outer);
  }

  private static List<String> constants(Class<?> store) {
    List<String> found = new ArrayList<>();
    for (Field field : store.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
        String text = value(field);
        if (VERB.matcher(text.strip().toLowerCase(Locale.ROOT)).matches()) {
          found.add(text);
        }
      }
    }
    return found;
  }

  private static String value(Field field) {
    try {
      field.setAccessible(true);
      return String.valueOf(field.get(null));
    } catch (IllegalAccessException cause) {
      throw new IllegalStateException(cause);
    }
  }

  @SuppressWarnings("unchecked")
  private static Optional<Collection<String>> every(Class<?> store) {
    try {
      Method method = store.getDeclaredMethod(EVERY);
      method.setAccessible(true);
      return Optional.of((Collection<String>) method.invoke(null));
    } catch (NoSuchMethodException none) {
      return Optional.empty();
    } catch (ReflectiveOperationException cause) {
      throw new IllegalStateException(cause);
    }
  }

  /** What is given to the client at each place where it is asked; null where that is no constant. */
  private static List<@Nullable String> sent(Class<?> store) {
    List<@Nullable String> found = new ArrayList<>();
    for (MethodModel method : model(store).methods()) {
      Instruction before = null;
      for (CodeElement element : method.code().map(code -> code.elementList()).orElse(List.of())) {
        if (element instanceof Instruction instruction) {
          if (asks(instruction)) {
            found.add(given(store, before));
          }
          before = instruction;
        }
      }
    }
    return found;
  }

  private static ClassModel model(Class<?> store) {
    String path = "/" + store.getName().replace('.', '/') + ".class";
    try (var in = store.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no " + path);
      }
      return ClassFile.of().parse(in.readAllBytes());
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static boolean asks(Instruction instruction) {
    return instruction instanceof InvokeInstruction call
        && call.owner().asInternalName().equals(CLIENT) && call.name().equalsString("sql");
  }

  private static @Nullable String given(Class<?> store, @Nullable Instruction before) {
    if (before instanceof ConstantInstruction constant && constant.constantValue() instanceof String text) {
      return text;
    }
    if (before instanceof FieldInstruction get && get.owner().asInternalName().equals(path(store))) {
      try {
        Field field = store.getDeclaredField(get.name().stringValue());
        boolean fixed = Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers());
        return fixed ? value(field) : null;
      } catch (NoSuchFieldException cause) {
        throw new IllegalStateException(cause);
      }
    }
    return null;
  }

  private static String path(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  /** Has PostgreSQL parse it, find its tables and columns, tell its types, and plan it with the rights it needs. */
  void prove(String from, String statement) {
    proven++;
    ParsedSql parsed = NamedParameterUtils.parseSqlStatement(statement);
    String marked = NamedParameterUtils.substituteNamedParameters(parsed, null);
    StringBuilder numbered = new StringBuilder();
    StringJoiner nothing = new StringJoiner(", ", "(", ")").setEmptyValue("");
    int count = 0;
    for (char each : marked.toCharArray()) {
      numbered.append(each == '?' ? "$" + ++count : String.valueOf(each));
      if (each == '?') {
        nothing.add("null");
      }
    }
    try (Statement asked = connection.createStatement()) {
      asked.execute("prepare proof as " + numbered);
      asked.execute("explain execute proof" + nothing);
      asked.execute("deallocate proof");
    } catch (SQLException refused) {
      faults.add(from + ": " + refused.getMessage() + "\n" + statement);
      forget();
    }
  }

  private void forget() {
    try (Statement asked = connection.createStatement()) {
      asked.execute("deallocate all");
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
