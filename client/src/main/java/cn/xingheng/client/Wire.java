package cn.xingheng.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** 「通道」 Requests to a house with the key of the institution, tried again a few times where that can help. */
final class Wire {
  /** How often one asks when nobody else can answer. */
  static final int TRIES = 3;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private final HttpClient http;
  private final URI house;
  private final String key;
  private final Duration timeout;
  private final Pause pause;

  Wire(URI house, String key, Duration timeout, Pause pause) {
    this.house = house;
    this.key = key;
    this.timeout = timeout;
    this.pause = pause;
    this.http = HttpClient.newBuilder().connectTimeout(timeout).followRedirects(HttpClient.Redirect.NEVER).build();
  }

  /** 「等待」 How to wait between tries. */
  @FunctionalInterface
  interface Pause {
    /** Waits. */
    void of(Duration time) throws InterruptedException;

    /** By the time of this machine. */
    static void real(Duration time) throws InterruptedException {
      new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** A request to a path of the house. */
  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(house.resolve(path)).timeout(timeout).header("Authorization", "Bearer " + key);
  }

  /**
   * Sends it; every request of this library may be repeated without harm.
   *
   * @param tries how often at most
   * @throws Refused when the house does not do it
   * @throws Unreachable when no try was answered
   */
  <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler, int tries)
      throws IOException {
    IOException last = null;
    String how = "";
    for (int tried = 1; tried <= tries; tried++) {
      Duration wait = FIRST_PAUSE.multipliedBy(1L << tried);
      try {
        HttpResponse<T> answer = http.send(request, handler);
        if (answer.statusCode() < 500 && answer.statusCode() != 429) {
          return answer;
        }
        how = "HTTP " + answer.statusCode();
        wait = asked(answer, wait);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new Unreachable("interrupted", null);
      } catch (IOException fault) {
        last = fault;
        how = fault.getClass().getSimpleName() + (fault.getMessage() == null ? "" : ": " + fault.getMessage());
      }
      if (tried < tries) {
        rest(wait);
      }
    }
    throw new Unreachable(house + ": " + how, last);
  }

  private static Duration asked(HttpResponse<?> answer, Duration otherwise) {
    return answer.headers().firstValue("Retry-After").filter(text -> text.matches("[0-9]{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .map(time -> time.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : time)
        .orElse(otherwise);
  }

  private void rest(Duration time) throws Unreachable {
    try {
      pause.of(time);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted", null);
    }
  }

  /** The body of an answer that says yes. */
  static byte[] body(HttpResponse<byte[]> answer) throws Refused {
    if (answer.statusCode() != 200) {
      throw new Refused(answer.statusCode(), Json.detail(answer.body()));
    }
    return answer.body();
  }

  /** A header, or null. */
  static @Nullable String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse(null);
  }

  void close() {
    http.shutdownNow();
  }
}
