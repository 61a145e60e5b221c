package cn.xingheng.server.scope;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Listens to an answer that never ends until something is said, and goes. */
final class FirstPart implements BodySubscriber<byte[]> {
  private final CompletableFuture<byte[]> heard = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;

  @Override
  public CompletionStage<byte[]> getBody() {
    return heard;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (ByteBuffer part : parts) {
      byte[] bytes = new byte[part.remaining()];
      part.get(bytes);
      all.writeBytes(bytes);
    }
    Objects.requireNonNull(subscription).cancel();
    heard.complete(all.toByteArray());
  }

  @Override
  public void onError(Throwable fault) {
    heard.completeExceptionally(fault);
  }

  @Override
  public void onComplete() {
    heard.complete(new byte[0]);
  }
}
