package cn.xingheng.bench.day;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * 「工作站」 One workstation: delivers its queue, one message after the other. A message is sent until it is answered,
 * with its own number; 503 says how long to wait.
 */
final class Station implements Callable<Void> {
  private static final Executor FRESH = task -> Thread.ofVirtual().start(task);
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);
  private static final long FIRST_PAUSE = 50;
  private static final long LONGEST_PAUSE = 2_000;
  private final Terms terms;
  private final List<Hospital.Planned> queue;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();

  /**
   * What all workstations of a hospital share.
   *
   * @param start nanoseconds at which the day began
   */
  record Terms(URI line, String institution, String key, Book book, Figures figures, int speed, long start) {}

  Station(Terms terms, List<Hospital.Planned> queue) {
    this.terms = terms;
    this.queue = List.copyOf(queue);
  }

  @Override
  public Void call() throws IOException {
    for (Hospital.Planned planned : queue) {
      if (terms.speed() > 0) {
        pause(TimeUnit.SECONDS.toMillis(planned.due()) / terms.speed() - sinceStart());
      }
      deliver(planned);
      terms.figures().delivered(planned);
    }
    return null;
  }

  private long sinceStart() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - terms.start());
  }

  private void deliver(Hospital.Planned planned) throws IOException {
    Message message = planned.message();
    String body = message.body(terms.institution());
    Answer answer =
        switch (planned.mishap()) {
          case TOGETHER -> together(message, body);
          case ANSWER_LOST -> hangUp(message, body, 1);
          case TORN -> hangUp(message, body, 2);
          case FAULTY -> refusedFirst(message, body);
          case TWICE, REUSED, OUT_OF_ORDER, NONE -> send(body);
        };
    if (!answer.taken()) {
      throw new IOException("refused: " + message.msgid() + " " + answer.text());
    }
    if (message.uploads() || message.target() != null) {
      terms.book().enter(message, answer);
      if (planned.mishap() == Mishap.TWICE) {
        same(message, answer, send(body));
      } else if (planned.mishap() == Mishap.REUSED) {
        mustRefuse(body.replace("\"input\":{", "\"input\":{\"x\":1,"));
      }
    }
  }

  private Answer together(Message message, String body) throws IOException {
    CompletableFuture<Answer> other = CompletableFuture.supplyAsync(
        () -> {
          try {
            return send(body);
          } catch (IOException gaveUp) {
            return new Answer(-1, String.valueOf(gaveUp.getMessage()));
          }
        }, FRESH);
    Answer answer = send(body);
    if (message.uploads() || message.target() != null) {
      same(message, answer, other.join());
    } else {
      other.join();
    }
    return answer;
  }

  private void same(Message message, Answer one, Answer other) throws IOException {
    if (!one.text().equals(other.text())) {
      throw new IOException("two answers to " + message.msgid() + ":\n" + one.text() + "\n" + other.text());
    }
    terms.figures().absorbed();
  }

  /** The message with a line that is wrong, and then put right. */
  private Answer refusedFirst(Message message, String body) throws IOException {
    if (message.uploads()) {
      mustRefuse(body.replaceFirst("\"det_item_fee_sumamt\":[-0-9.]+", "\"det_item_fee_sumamt\":\"1.005\""));
    }
    return send(body);
  }

  private void mustRefuse(String body) throws IOException {
    Answer answer = send(body);
    if (answer.taken()) {
      throw new IOException("taken, and should have been refused: " + body);
    }
    terms.figures().refused();
  }

  /** Sends the message, or the first part of it, hangs up, and sends it as it should be. */
  private Answer hangUp(Message message, String body, int part) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    byte[] head = """
        POST /api/v1/his HTTP/1.1\r
        Host: %s\r
        Authorization: Bearer %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """.formatted(terms.line().getAuthority(), terms.key(), bytes.length).getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = new Socket(terms.line().getHost(), terms.line().getPort())) {
      socket.getOutputStream().write(head);
      socket.getOutputStream().write(Arrays.copyOf(bytes, bytes.length / part));
      socket.getOutputStream().flush();
    } catch (IOException lineIsDown) {
      terms.figures().retried();
    }
    Answer answer = send(body);
    if (part == 1 && (message.uploads() || message.target() != null)) {
      same(message, answer, send(body));
    }
    return answer;
  }

  private Answer send(String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(terms.line().resolve("/api/v1/his")).timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + terms.key()).header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)).build();
    long begun = System.nanoTime();
    long next = FIRST_PAUSE;
    IOException last = new IOException("never answered");
    while (System.nanoTime() - begun < PATIENCE) {
      long sent = System.nanoTime();
      try {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
          terms.figures().answered(System.nanoTime() - sent);
          return Answer.of(answer.body());
        }
        if (answer.statusCode() != 503) {
          throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        terms.figures().away();
        pause(1_000 * Long.parseLong(answer.headers().firstValue("Retry-After").orElse("1")));
      } catch (IOException unanswered) {
        last = unanswered;
        terms.figures().retried();
        pause(next);
        next = Math.min(LONGEST_PAUSE, 2 * next);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IOException("stopped", stopped);
      }
    }
    throw last;
  }

  private static void pause(long millis) {
    if (millis > 0) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
  }
}
