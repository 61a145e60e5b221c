package cn.xingheng.bench.day;

import cn.xingheng.bench.online.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 「服务一方」 What the simulator asks the server before the day and after it: pages as people see them, and the totals. */
final class Agency {
  private static final String CODE = "class=\"code\">([A-Z][a-z][0-9]{16})<";
  private static final String NEXT = "href=\"([^\"]+)\" rel=\"next\"";
  private static final Pattern SUM =
      Pattern.compile("\\{\"verdict\":\"(\\w+)\",\"lines\":(\\d+),\"fen\":(-?\\d+)}");
  private static final int MOST_DAYS = 31;
  private static final int NUMBERS = 20;
  private final URI base;
  private final String institution;

  Agency(URI base, String institution) {
    this.base = base;
    this.institution = institution;
  }

  /** The physicians of the demonstration's hospital, and its staff numbers, entered where they are not there yet. */
  Staff staff(Visitor officer, LocalDate day) throws IOException, InterruptedException {
    List<String> own = codes(officer, "/physicians?institution=" + institution + "&size=100", 30);
    List<String> suspended =
        codes(officer, "/physicians?institution=" + institution + "&standing=suspended&size=100", 3);
    List<String> area = codes(officer, "/physicians?size=100", 4);
    area.removeAll(own);
    Map<String, String> numbers = Staff.numbered(own, NUMBERS);
    String page = "/institutions/" + institution + "/crosswalk";
    String from = day.minusDays(2L * Scenario.MOST_DAYS_LATE).toString();
    for (Map.Entry<String, String> one : numbers.entrySet()) {
      officer.post(page, Map.of("local", one.getKey(), "code", one.getValue(), "from", from), page);
    }
    return new Staff(own, suspended, area.subList(0, Math.min(300, area.size())), numbers);
  }

  private static List<String> codes(Visitor officer, String first, int most)
      throws IOException, InterruptedException {
    List<String> codes = new ArrayList<>();
    String next = first;
    for (int pages = 0; !next.isEmpty() && pages < most; pages++) {
      String page = officer.get(next);
      codes.addAll(Visitor.found(page, CODE));
      List<String> onward = Visitor.found(page, NEXT);
      next = onward.isEmpty() ? "" : onward.getFirst().replace("&amp;", "&");
    }
    return new ArrayList<>(codes.stream().distinct().toList());
  }

  /** The totals of every day a line may be of, by state and verdict. */
  SortedMap<String, Night.Sum> totals(String key, LocalDate day) throws IOException, InterruptedException {
    SortedMap<String, Night.Sum> totals = new TreeMap<>();
    LocalDate first = day.minusDays(Scenario.MOST_DAYS_LATE);
    for (LocalDate from = first; !from.isAfter(day); from = from.plusDays(MOST_DAYS)) {
      LocalDate last = from.plusDays(MOST_DAYS - 1L);
      LocalDate through = last.isAfter(day) ? day : last;
      String text = get("/api/v1/his/totals?from=" + from + "&through=" + through, key);
      int cancelled = text.indexOf("\"cancelled\":");
      Matcher sum = SUM.matcher(text);
      while (sum.find()) {
        String name = (sum.start() > cancelled ? "cancelled " : "standing ") + sum.group(1);
        totals.merge(
            name, new Night.Sum(Long.parseLong(sum.group(2)), Long.parseLong(sum.group(3))), Night.Sum::plus);
      }
    }
    return totals;
  }

  private String get(String path, String key) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + key).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    }
  }

  /** Every line of the day's visits, from the file that the agency can take. */
  SortedMap<String, Book.End> lines(Visitor officer, String prefix, LocalDate day)
      throws IOException, InterruptedException {
    SortedMap<String, Book.End> lines = new TreeMap<>();
    YearMonth last = YearMonth.from(day);
    for (YearMonth month = YearMonth.from(day.minusDays(Scenario.MOST_DAYS_LATE)); !month.isAfter(last);
        month = month.plusMonths(1)) {
      String file = officer.get("/settlement/uploaded.csv?month=" + month + "&institution=" + institution);
      file.lines().skip(1).map(line -> line.split(",", -1)).filter(line -> line[2].startsWith(prefix)).forEach(
          line -> lines.put(
              line[1],
              new Book.End(
                  LocalDate.parse(line[7]), line[6], line[8], Long.parseLong(line[9]), line[10], line[11], line[12])));
    }
    return lines;
  }
}
