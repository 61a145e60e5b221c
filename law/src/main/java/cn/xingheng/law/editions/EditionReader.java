package cn.xingheng.law.editions;

import cn.xingheng.core.rulebook.Edition;
import cn.xingheng.law.yaml.Element;
import cn.xingheng.law.yaml.Entries;
import cn.xingheng.law.yaml.Faults;
import cn.xingheng.law.yaml.LawFault;
import cn.xingheng.law.yaml.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads one edition file, whole or not at all.
 *
 * <p>There are no optional keys: what a regulation does not have is written {@code none}, {@code open},
 * {@code not-used} or {@code []}. Every key that is missing, unknown or of another kind, every number out of bounds
 * and every contradiction between two places is named with its line; all of them at once.
 */
public final class EditionReader {

  private final Entries root;
  private final Citations citations;
  private final Pieces pieces;
  private final FrameReader frame;
  private final SanctionReader sanctions;
  private final InstitutionReader institutions;
  private final Faults faults = new Faults();

  private EditionReader(Entries root, Citations citations) {
    this.root = root;
    this.citations = citations;
    pieces = new Pieces(citations);
    frame = new FrameReader(pieces);
    sanctions = new SanctionReader(pieces);
    institutions = new InstitutionReader(pieces);
  }

  /**
   * The edition in a file of bytes.
   *
   * @param file its name, for messages
   * @throws LawFault when anything is wrong with it
   */
  public static Edition read(String file, byte[] bytes) {
    return read(Source.of(file, bytes));
  }

  /**
   * The edition in a text.
   *
   * @throws LawFault when anything is wrong with it
   */
  public static Edition read(Source source) {
    EditionReader reader = reader(source);
    Edition edition = reader.edition(ContentHash.of(source.text()));
    EditionChecks.check(edition, reader.root);
    return edition;
  }

  private static EditionReader reader(Source source) {
    Element document = source.document();
    Entries root = document.entries(
        "edition", "title", "documents", "cited-as", "earlier-law", "in-force", "codes", "points", "catalogue",
        "rules", "findings", "sanctions", "bars", "resumption", "reapplication", "objection", "agreement", "release",
        "visiting", "measures", "cascade", "institution-tiers", "honour", "fund", "declaration", "grades", "duties",
        "causes", "emergency", "readings");
    return new EditionReader(root, new Citations(root.get("cited-as")));
  }

  private Edition edition(String hash) {
    var id = part("edition", Pieces::word);
    var title = part("title", text -> text.line(Pieces.LONGEST_LINE));
    var documents = part("documents", EditionReader::documents);
    var earlier = part("earlier-law", frame::earlierLaws);
    var inForce = part("in-force", frame::inForce);
    var codes = part("codes", frame::codes);
    var points = part("points", frame::points);
    var catalogue = part("catalogue", new CatalogueReader(pieces)::read);
    var rules = part("rules", new RuleReader(pieces)::read);
    var findings = partOrNone("findings", sanctions::findings);
    var notice = part("sanctions", sanctions::notice);
    var bar = part("bars", sanctions::bar);
    var resumption = part("resumption", sanctions::resumption);
    var reapplication = partOrNone("reapplication", sanctions::reapplication);
    var objection = partOrNone("objection", sanctions::objection);
    var terms = part("agreement", frame::terms);
    var release = part("release", frame::release);
    var visits = partOrNone("visiting", frame::visits);
    var measures = part("measures", sanctions::measures);
    var cascade = part("cascade", pieces::clause);
    var tiers = partOrNone("institution-tiers", institutions::tiers);
    var honour = partOrNone("honour", institutions::honour);
    var fund = partOrNone("fund", institutions::fund);
    var declaration = partOrNone("declaration", institutions::declaration);
    var grades = part("grades", institutions::grades);
    var duties = part("duties", institutions::duties);
    var causes = part("causes", institutions::causes);
    var emergency = part("emergency", pieces::clause);
    var readings = part("readings", new ReadingReader(pieces)::read);
    citations.noteNames(faults);
    faults.throwAny();
    return new Edition(
        id.get(), title.get(), documents.get(), earlier.get(), inForce.get(), codes.get(), points.get(),
        catalogue.get(), rules.get(), findings.get().orElse(null), notice.get(), bar.get(), resumption.get(),
        reapplication.get().orElse(null), objection.get().orElse(null), terms.get(), release.get(),
        visits.get().orElse(null), measures.get(), cascade.get(), tiers.get().orElse(List.of()),
        honour.get().orElse(null), fund.get().orElse(null), declaration.get().orElse(null), grades.get(),
        duties.get(), causes.get(), emergency.get(), readings.get(), hash);
  }

  private <T> Supplier<T> part(String key, Function<Element, T> read) {
    return faults.attempt(() -> read.apply(root.get(key)));
  }

  private <T> Supplier<Optional<T>> partOrNone(String key, Function<Element, T> read) {
    return part(key, element -> Pieces.orNone(element, read));
  }

  private static List<String> documents(Element list) {
    return Pieces.unique(list,
        new ArrayList<>(Faults.each(list.listOfSome(), name -> name.line(Pieces.LONGEST_LINE))));
  }
}
