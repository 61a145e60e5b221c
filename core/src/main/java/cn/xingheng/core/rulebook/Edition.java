package cn.xingheng.core.rulebook;

import cn.xingheng.core.basics.Citation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 「规则版本」 One regulation as data, immutable, with its content hash.
 *
 * <p>What a regulation does not have is null here: no findings, no window for re-application, no objection period, no
 * visiting posts, no tiers of institutions, no honour of limited term, no reward fund, no declaration.
 *
 * @param earlierLaws what is cited instead of a later general law, the earliest first
 * @param measures by the word of the measure; a registration cancelled as a sanction has a word of its own
 * @param causes by the word of the cause
 * @param hash the content hash of the file it was read from, in hexadecimal
 */
public record Edition(
    String id,
    String title,
    List<String> documents,
    List<EarlierLaw> earlierLaws,
    InForce inForce,
    CodeForm codes,
    PointsAccount points,
    SequencedMap<String, Item> catalogue,
    List<Rule> rules,
    @Nullable Findings findings,
    Notice notice,
    Bar bar,
    Resumption resumption,
    @Nullable Reapplication reapplication,
    @Nullable Objection objection,
    Terms terms,
    Release release,
    @Nullable Visits visits,
    Map<String, OutsideMeasure> measures,
    Clause cascade,
    List<InstitutionTier> institutionTiers,
    @Nullable HonourTerm honour,
    @Nullable FundCeiling fund,
    @Nullable Declaration declaration,
    List<String> grades,
    List<DutyRule> duties,
    Map<String, Clause> causes,
    Clause emergency,
    SequencedMap<ReadingKey, Reading> readings,
    String hash) {

  public Edition {
    documents = List.copyOf(documents);
    earlierLaws = List.copyOf(earlierLaws);
    catalogue = new LinkedHashMap<>(catalogue);
    rules = List.copyOf(rules);
    measures = Map.copyOf(measures);
    institutionTiers = List.copyOf(institutionTiers);
    grades = List.copyOf(grades);
    duties = List.copyOf(duties);
    causes = Map.copyOf(causes);
    readings = new LinkedHashMap<>(readings);
  }

  /** The item with this catalogue number, or empty when there is none. */
  public Optional<Item> findItem(String item) {
    return Optional.ofNullable(catalogue.get(item));
  }

  /** Whether this edition reads the passage by this word; false when it does not use the reading. */
  public boolean reads(ReadingKey key, String word) {
    key.check(word);
    Reading reading = readings.get(key);
    return reading != null && reading.word().equals(word);
  }

  /** How the reading is named in trails, as a list of one, or none when it is not used. */
  public List<String> label(ReadingKey... keys) {
    List<String> labels = new ArrayList<>(keys.length);
    for (ReadingKey key : keys) {
      Reading reading = readings.get(key);
      if (reading != null) {
        labels.add(reading.label());
      }
    }
    return labels;
  }

  /**
   * The article and gloss of a cause.
   *
   * @throws IllegalArgumentException when the edition gives none
   */
  public Clause cause(String cause) {
    Clause clause = causes.get(cause);
    if (clause == null) {
      throw new IllegalArgumentException("edition " + id + " gives no article for cause " + cause);
    }
    return clause;
  }

  /**
   * The articles behind a reading.
   *
   * @throws IllegalArgumentException when the edition does not use the reading
   */
  public Citation citation(ReadingKey key) {
    Reading reading = readings.get(key);
    if (reading == null) {
      throw new IllegalArgumentException("edition " + id + " does not use reading " + key.word());
    }
    return reading.citation();
  }

  /** The articles behind a reading, as they stood on a day: an earlier law in place of one not yet in force. */
  public Citation citation(ReadingKey key, LocalDate day) {
    Set<String> articles = new LinkedHashSet<>();
    for (String article : citation(key).articles()) {
      articles.addAll(
          earlierLaws.stream()
              .filter(earlier -> article.startsWith(earlier.insteadOf()) && !day.isAfter(earlier.through()))
              .findFirst()
              .map(earlier -> earlier.citation().articles())
              .orElse(List.of(article)));
    }
    return new Citation(List.copyOf(articles));
  }

  /**
   * This edition with one passage read by another word.
   *
   * @throws IllegalArgumentException when the edition does not use the reading or does not offer the word
   */
  public Edition reading(ReadingKey key, String word) {
    Reading reading = readings.get(key);
    if (reading == null || !reading.offers(word)) {
      throw new IllegalArgumentException("edition " + id + " does not offer " + key.word() + "=" + word);
    }
    SequencedMap<ReadingKey, Reading> changed = new LinkedHashMap<>(readings);
    changed.put(key, reading.choosing(word));
    return with(inForce, changed);
  }

  /** This edition in force from another day. */
  public Edition starting(LocalDate day) {
    return with(inForce.starting(day), readings);
  }

  private Edition with(InForce otherInForce, SequencedMap<ReadingKey, Reading> otherReadings) {
    return new Edition(
        id, title, documents, earlierLaws, otherInForce, codes, points, catalogue, rules, findings, notice, bar,
        resumption, reapplication, objection, terms, release, visits, measures, cascade, institutionTiers, honour, fund,
        declaration, grades, duties, causes, emergency, otherReadings, hash);
  }
}
