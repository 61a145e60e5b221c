package cn.xingheng.server.claims.bulk;

import cn.xingheng.core.basics.InstitutionId;
import cn.xingheng.core.claims.Setting;
import cn.xingheng.core.claims.Verdict;
import cn.xingheng.server.claims.ClaimDesk;
import cn.xingheng.server.claims.ClaimLine;
import cn.xingheng.server.claims.ClaimVerdict;
import cn.xingheng.server.house.Problem;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.register.Organisation;
import cn.xingheng.server.register.RegisterDesk;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What loaded lines tell when a suspension begins, and what institutions are not paid. */
@Component
public class CareDesk {
  private final CareStore store;
  private final ClaimDesk claims;
  private final RegisterDesk register;

  CareDesk(CareStore store, ClaimDesk claims, RegisterDesk register) {
    this.store = store;
    this.claims = claims;
    this.register = register;
  }

  /** A physician's care at an institution, and why it is no longer paid. */
  public record Handover(InCare care, String because) {}

  private String scoped(Viewer viewer, String agency) {
    Organisation found =
        register.organisation(agency).filter(one -> one.kind() == Organisation.Kind.AREA)
            .orElseThrow(Problem::notFound);
    viewer.require(Right.SETTLEMENT, found.path());
    return found.id();
  }

  /** What was refused or not decided in these months, as it was decided when it was loaded. */
  List<Exposure> exposure(Viewer viewer, String agency, YearMonth first, YearMonth last) {
    return store.exposure(scoped(viewer, agency), first, last);
  }

  /**
   * Whose lines were paid since a day, and would be refused from another day on by what is known now.
   *
   * @param from the first day that is looked back to, inclusive
   * @param begins the day on which an order would be refused
   */
  List<Handover> handover(Viewer viewer, String agency, LocalDate from, LocalDate begins) {
    Map<String, List<InCare>> sites = new LinkedHashMap<>();
    store.inCare(scoped(viewer, agency), from, begins).stream()
        .filter(one -> one.paid() > 0 && !one.institution().isBlank())
        .forEach(one -> sites.computeIfAbsent(one.institution(), key -> new ArrayList<>()).add(one));
    List<Handover> found = new ArrayList<>();
    sites.forEach(
        (site, some) -> {
          List<ClaimLine> lines =
              some.stream()
                  .map(one -> new ClaimLine(one.physician(), one.physician(), site, begins, Setting.INPATIENT, 0))
                  .toList();
          List<ClaimVerdict> verdicts = claims.check(new InstitutionId(site), lines);
          for (int i = 0; i < some.size(); i++) {
            String because = verdicts.get(i).because();
            if (verdicts.get(i).verdict().equals(Verdict.REFUSED.word())) {
              found.add(new Handover(some.get(i), because == null ? "" : because));
            }
          }
        });
    return found;
  }
}
