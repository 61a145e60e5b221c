package cn.xingheng.guards;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One parsed Java file: what the compiler itself sees, without resolving a name. */
final class Syntax extends TreePathScanner<Void, Void> {
  private static final Map<Tree.Source, Syntax> PARSED = new ConcurrentHashMap<>();

  private final CompilationUnitTree unit;
  private final DocTrees trees;
  private final Set<String> constants = new HashSet<>();
  private final List<Integer> defaults = new ArrayList<>();
  private final List<Method> methods = new ArrayList<>();
  private final List<PublicType> publicTypes = new ArrayList<>();
  private final List<Text> texts = new ArrayList<>();

  /** A method with a body: the line it begins at, and how many lines the body takes. */
  record Method(String name, int line, int length) {}

  /** A type that others may see, and the beginning of its Javadoc, empty when there is none. */
  record PublicType(String name, int line, String doc) {}

  /** A name or a string literal in the code, comments left out. */
  record Text(int line, String text) {}

  private Syntax(CompilationUnitTree unit, DocTrees trees) {
    this.unit = unit;
    this.trees = trees;
  }

  /** The syntax of this file; each file is parsed once, however many rules look at it. */
  static Syntax of(Tree.Source source) {
    return PARSED.computeIfAbsent(source, Syntax::parse);
  }

  private static Syntax parse(Tree.Source source) {
    URI name = URI.create("string:///" + source.path());
    JavaFileObject file = new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source.text();
      }
    };
    JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
        .getTask(null, null, problem -> {}, List.of("-proc:none"), null, List.of(file));
    try {
      Syntax syntax = new Syntax(task.parse().iterator().next(), DocTrees.instance(task));
      syntax.constants();
      syntax.scan(new TreePath(syntax.unit), null);
      return syntax;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** The lines of default arms, except where the labels are literals: there the language demands a default. */
  List<Integer> defaults() {
    return defaults;
  }

  List<Method> methods() {
    return methods;
  }

  List<PublicType> publicTypes() {
    return publicTypes;
  }

  List<Text> texts() {
    return texts;
  }

  @Override
  public Void visitSwitch(SwitchTree tree, Void nothing) {
    arms(tree.getCases());
    return super.visitSwitch(tree, nothing);
  }

  @Override
  public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
    arms(tree.getCases());
    return super.visitSwitchExpression(tree, nothing);
  }

  private void arms(List<? extends CaseTree> cases) {
    boolean literals = cases.stream().flatMap(arm -> arm.getLabels().stream())
        .anyMatch(label -> label instanceof ConstantCaseLabelTree constant
            && literal(constant.getConstantExpression()));
    for (CaseTree arm : cases) {
      if (!literals && arm.getLabels().stream().anyMatch(DefaultCaseLabelTree.class::isInstance)) {
        defaults.add(line(start(arm)));
      }
    }
  }

  /** A literal, or the name of a constant of this file that is a number or a text. */
  private boolean literal(ExpressionTree label) {
    return label instanceof LiteralTree literal && literal.getKind() != Kind.NULL_LITERAL
        || label instanceof IdentifierTree name && constants.contains(name.getName().toString());
  }

  private void constants() {
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree tree, Void nothing) {
        boolean plain = tree.getType() instanceof PrimitiveTypeTree || "String".equals(String.valueOf(tree.getType()));
        if (plain && tree.getModifiers().getFlags().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL))) {
          constants.add(tree.getName().toString());
        }
        return super.visitVariable(tree, nothing);
      }
    }.scan(new TreePath(unit), null);
  }

  @Override
  public Void visitMethod(MethodTree tree, Void nothing) {
    if (tree.getBody() != null && start(tree.getBody()) >= 0) {
      int first = line(start(tree.getBody()));
      int last = line(trees.getSourcePositions().getEndPosition(unit, tree.getBody()));
      methods.add(new Method(tree.getName().toString(), first, last - first + 1));
    }
    texts.add(new Text(line(start(tree)), tree.getName().toString()));
    return super.visitMethod(tree, nothing);
  }

  @Override
  public Void visitClass(ClassTree tree, Void nothing) {
    texts.add(new Text(line(start(tree)), tree.getSimpleName().toString()));
    if (tree.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
      DocCommentTree doc = trees.getDocCommentTree(getCurrentPath());
      boolean worded = doc != null && !doc.getFullBody().isEmpty();
      String opening = worded && doc.getFullBody().getFirst() instanceof TextTree words ? words.getBody() : "";
      publicTypes.add(new PublicType(tree.getSimpleName().toString(), line(start(tree)), opening.strip()));
    }
    return super.visitClass(tree, nothing);
  }

  @Override
  public Void visitLiteral(LiteralTree tree, Void nothing) {
    texts.add(new Text(line(start(tree)), String.valueOf(tree.getValue())));
    return super.visitLiteral(tree, nothing);
  }

  private long start(com.sun.source.tree.Tree tree) {
    return trees.getSourcePositions().getStartPosition(unit, tree);
  }

  private int line(long position) {
    return position < 0 ? 0 : (int) unit.getLineMap().getLineNumber(position);
  }
}
