package cn.xingheng.app;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.server.XinghengServer;
import cn.xingheng.server.ledger.TallyDesk;
import cn.xingheng.server.standing.SpanDesk;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** 「投影命令」 {@code xingheng projections}: whether the tables that lists are filtered by say what the reckoning says. */
@Command(
    name = "projections",
    mixinStandardHelpOptions = true,
    description = {
      "逐人比较资格、扣分与机构合计的时段表与推算结果；--rebuild 重建。",
      "Compares the tables of standing, points and tallies with the reckoning, person by person; --rebuild makes them "
          + "anew."
    },
    exitCodeListHeading = "%n退出码 Exit codes:%n",
    exitCodeList = {"0:全部一致 all agree", "1:有不一致 some differ"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class ProjectionsCommand implements Callable<Integer> {
  private static final int MOST_NAMED = 20;

  @Spec
  private CommandSpec spec;

  @Mixin
  private ServerOptions options;

  @Option(names = "--rebuild", description = "先重建再比较 make them anew first")
  private boolean rebuild;

  @Override
  public Integer call() {
    Map<String, Object> properties = new HashMap<>(options.properties());
    properties.put("server.port", 0);
    PrintWriter out = spec.commandLine().getOut();
    try (ConfigurableApplicationContext server = XinghengServer.start(properties, XinghengServer.BEIJING)) {
      SpanDesk desk = server.getBean(SpanDesk.class);
      if (rebuild) {
        desk.rebuild(this::show);
      }
      Set<PersonId> differing = new TreeSet<>(desk.differing(this::show));
      differing.addAll(server.getBean(TallyDesk.class).differing());
      spec.commandLine().getErr().println();
      differing.stream().limit(MOST_NAMED).forEach(person -> out.println("不一致 differs: " + person));
      out.println(differing.isEmpty() ? "全部一致 all agree" : "不一致 differ: " + differing.size());
      out.flush();
      return differing.isEmpty() ? 0 : 1;
    }
  }

  private void show(long done, long of) {
    PrintWriter err = spec.commandLine().getErr();
    err.print("\r" + done + " / " + of);
    err.flush();
  }
}
