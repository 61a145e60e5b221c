package cn.xingheng.server.demo;

import cn.xingheng.core.basics.PersonId;
import cn.xingheng.core.facts.Fact;
import cn.xingheng.core.standing.Book;
import cn.xingheng.core.standing.Dossier;
import cn.xingheng.core.standing.Judgment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A whole world, told to the end and reckoned. */
record Told(DemoWorld world, LocalDate today, List<DemoPhysician> physicians, Map<String, Book> books) {

  static Told of(long seed, LocalDate today, int physicians) {
    DemoWorld world = DemoWorld.plan(seed, today, physicians);
    List<DemoPhysician> all = world.physicians().toList();
    Map<String, Book> books = new LinkedHashMap<>();
    world.laws().forEach((province, law) -> books.put(province, Book.reckon(law, facts(world, all, province))));
    return new Told(world, today, all, books);
  }

  static List<Fact> facts(DemoWorld world, List<DemoPhysician> all, String province) {
    List<Fact> facts = new ArrayList<>(Objects.requireNonNull(world.institutionFacts().get(province)));
    all.stream().filter(each -> each.person().province().equals(province)).forEach(each -> facts.addAll(each.facts()));
    return facts;
  }

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    world.institutionFacts().values().forEach(facts::addAll);
    physicians.forEach(each -> facts.addAll(each.facts()));
    return facts;
  }

  /** Every fact that the law does not take, with the reason. */
  List<String> refused() {
    List<String> refused = new ArrayList<>();
    books.values().forEach(book -> {
      book.house().judgments().forEach((id, judgment) -> add(refused, id.value(), judgment));
      book.histories().values().forEach(
          history -> history.judgments().forEach((id, judgment) -> add(refused, id.value(), judgment)));
    });
    return refused;
  }

  private static void add(List<String> refused, String id, Judgment judgment) {
    if (judgment instanceof Judgment.Refused no) {
      refused.add(id + " " + no.refusal().word().word() + " " + no.refusal().why());
    }
  }

  Book book(DemoPhysician physician) {
    return Objects.requireNonNull(books.get(physician.person().province()));
  }

  Dossier dossier(DemoPhysician physician) {
    return book(physician).dossier(physician.person().id(), today);
  }

  DemoPhysician physician(PersonId id) {
    return physicians.stream().filter(each -> each.person().id().equals(id)).findFirst().orElseThrow();
  }
}
