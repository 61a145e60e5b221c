package cn.xingheng.server.register;

import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Needs;
import cn.xingheng.server.house.Right;
import cn.xingheng.server.house.Said;
import cn.xingheng.server.house.Viewer;
import cn.xingheng.server.register.Organisation.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The tree of organisations, one organisation, and the forms that add below it and change it. */
@Controller
class OrganisationPages {
  private static final int MOST_FAULTS = 100;
  private final OrganisationDesk desk;

  OrganisationPages(OrganisationDesk desk) {
    this.desk = desk;
  }

  @Needs(Right.ACCOUNTS)
  @GetMapping("/organisations")
  ModelAndView list(Frame frame, Viewer viewer) {
    return list(frame, viewer, List.of());
  }

  private ModelAndView list(Frame frame, Viewer viewer, List<OrganisationFault> faults) {
    List<OrganisationDesk.Branch> tree = desk.tree(viewer);
    ModelAndView page =
        new ModelAndView(
            "organisations/list",
            Map.of(
                "frame", frame, "tree", tree, "imports", desk.imports(tree), "header", InstitutionCsv.HEADER, "faults",
                faults.stream().limit(MOST_FAULTS).toList(), "count", faults.size()));
    page.setStatus(faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  @Needs(Right.ACCOUNTS)
  @PostMapping("/organisations/import")
  ModelAndView add(
      Frame frame, Viewer viewer, HttpServletRequest request, @RequestParam String key,
      @RequestParam MultipartFile file) throws IOException {
    List<OrganisationFault> faults = desk.add(viewer, key, file.getBytes());
    if (!faults.isEmpty()) {
      return list(frame, viewer, faults);
    }
    return Said.then(request, "/organisations", frame.say("organisations.said.imported"));
  }

  @Needs(Right.ACCOUNTS)
  @GetMapping("/organisations/{id}")
  ModelAndView one(Frame frame, Viewer viewer, @PathVariable String id) {
    return one(frame, viewer, id, null, null);
  }

  /** The page of one, with what was entered and what is wrong with it. */
  private ModelAndView one(
      Frame frame, Viewer viewer, String id, @Nullable OrganisationEntry entry, @Nullable OrganisationFault fault) {
    OrganisationDesk.Seen seen = desk.find(viewer, id);
    boolean changes = entry != null && entry.id().equals(id);
    OrganisationEntry changed = changes && entry != null ? entry : OrganisationEntry.of(seen.one());
    Map<String, OrganisationEntry> adds = new LinkedHashMap<>();
    for (Kind kind : seen.kinds()) {
      boolean entered = entry != null && !changes && entry.kind() == kind;
      adds.put(kind.name(), entered && entry != null ? entry : OrganisationEntry.blank(kind));
    }
    ModelAndView page =
        new ModelAndView(
            "organisations/one",
            Map.of(
                "frame", frame, "seen", seen, "changed", changed, "adds", adds, "trouble",
                fault == null ? "" : fault.in(frame.words())));
    page.setStatus(fault == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  @Needs(Right.ACCOUNTS)
  @PostMapping("/organisations/{id}/add")
  ModelAndView add(
      Frame frame, Viewer viewer, HttpServletRequest request, @PathVariable String id, @RequestParam String key,
      @RequestParam Kind kind, @RequestParam("id") String added, @RequestParam String name,
      @RequestParam(defaultValue = "") String region, @RequestParam(defaultValue = "") String level,
      @RequestParam(defaultValue = "") String place) {
    OrganisationEntry entry = new OrganisationEntry(kind, added, name, region, level, place);
    Optional<OrganisationFault> fault = desk.add(viewer, key, id, entry);
    return fault.isPresent()
        ? one(frame, viewer, id, entry, fault.get())
        : Said.then(
            request, "/organisations/" + id, frame.say("organisations.said.added", entry.name(), entry.id()));
  }

  @Needs(Right.ACCOUNTS)
  @PostMapping("/organisations/{id}/change")
  ModelAndView change(
      Frame frame, Viewer viewer, HttpServletRequest request, @PathVariable String id, @RequestParam String key,
      @RequestParam String name, @RequestParam(defaultValue = "") String level,
      @RequestParam(defaultValue = "") String place) {
    Kind kind = desk.find(viewer, id).one().kind();
    OrganisationEntry entry = new OrganisationEntry(kind, id, name, "", level, place);
    Optional<OrganisationFault> fault = desk.change(viewer, key, entry);
    return fault.isPresent()
        ? one(frame, viewer, id, entry, fault.get())
        : Said.then(request, "/organisations/" + id, frame.say("organisations.said.changed", entry.name()));
  }
}
