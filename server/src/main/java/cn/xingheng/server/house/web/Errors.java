package cn.xingheng.server.house.web;

import cn.xingheng.server.house.Frame;
import cn.xingheng.server.house.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a reader sees when something is refused or goes wrong: a page, or problem details (RFC 9457) for machines.
 * Log lines carry no personal data: the path without its query, and a number to ask for.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
  private static final int RETRY_SECONDS = 5;
  private final FrameArguments frames;

  Errors(FrameArguments frames) {
    this.frames = frames;
  }

  @ExceptionHandler(Problem.class)
  Object problem(Problem problem, HttpServletRequest request) {
    Frame frame = frames.frame(request);
    return answer(request, frame, problem.status(), problem.said(frame.words()), problem.key());
  }

  /** A connection that broke in the midst of a transaction is told by its rollback. */
  @ExceptionHandler(TransactionSystemException.class)
  Object rollback(TransactionSystemException fault, HttpServletRequest request, HttpServletResponse response) {
    return away(fault) ? away((Exception) fault, request) : other(fault, request, response);
  }

  @ExceptionHandler({
    CannotGetJdbcConnectionException.class, CannotCreateTransactionException.class,
    DataAccessResourceFailureException.class
  })
  Object away(Exception away, HttpServletRequest request) {
    LOG.warn("database away: {}", away.getClass().getSimpleName());
    Frame frame = frames.frame(request);
    return answer(request, frame, 503, frame.say("problem.database-away"), "problem.database-away");
  }

  /** Whoever asked has gone: there is nobody to tell, and nothing went wrong here. */
  @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class})
  ModelAndView gone() {
    return new ModelAndView();
  }

  @ExceptionHandler(Exception.class)
  Object other(Exception fault, HttpServletRequest request, HttpServletResponse response) {
    Frame frame = frames.frame(request);
    if (fault instanceof ErrorResponse known) {
      known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
      HttpStatusCode status = known.getStatusCode();
      String key = status.value() == 404 ? "problem.not-found" : status.is4xxClientError()
          ? "problem.request" : "problem.fault";
      return answer(request, frame, status.value(), frame.say(key), key);
    }
    if (fault instanceof MultipartException
        || fault.getClass().getName().startsWith("org.springframework.http.converter")) {
      return answer(request, frame, 400, frame.say("problem.request"), "problem.request");
    }
    if (fault instanceof TypeMismatchException) {
      boolean address = fault instanceof MethodArgumentTypeMismatchException wrong
          && wrong.getParameter().hasParameterAnnotation(PathVariable.class);
      Problem problem = address ? Problem.notFound() : Problem.of(400, "problem.request");
      return answer(request, frame, problem.status(), problem.said(frame.words()), problem.key());
    }
    LOG.error("fault at {} {}", request.getMethod(), request.getRequestURI(), fault);
    return answer(request, frame, 500, frame.say("problem.fault"), "problem.fault");
  }

  /** What the container refused, said as everything else is. */
  Object refused(HttpServletRequest request, int status) {
    Frame frame = frames.frame(request);
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault && away(fault)) {
      return answer(request, frame, 503, frame.say("problem.database-away"), "problem.database-away");
    }
    String key = status == 404 ? "problem.not-found" : status < 500 ? "problem.request" : "problem.fault";
    return answer(request, frame, status, frame.say(key), key);
  }

  private static boolean away(Throwable fault) {
    Throwable before = fault instanceof TransactionSystemException rollback ? rollback.getApplicationException() : null;
    if (before != null) {
      return away(before);
    }
    return Stream.iterate(fault, Objects::nonNull, Throwable::getCause).limit(20)
        .anyMatch(
            cause ->
                cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException);
  }

  private static Object answer(HttpServletRequest request, Frame frame, int status, String said, String key) {
    if (!machine(request)) {
      ModelAndView page =
          new ModelAndView("house/problem", Map.of("frame", frame, "status", status, "said", said));
      if (status == 503 && request.getMethod().equals("GET")) {
        page.addObject("refresh", RETRY_SECONDS);
      }
      page.setStatus(HttpStatusCode.valueOf(status));
      return page;
    }
    ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), said);
    detail.setType(URI.create("urn:xingheng:" + key));
    detail.setTitle(frame.say("status." + status));
    ResponseEntity.BodyBuilder builder =
        ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (status == 503) {
      builder.header(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_SECONDS));
    }
    return builder.body(detail);
  }

  private static boolean machine(HttpServletRequest request) {
    Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return (asked instanceof String uri ? uri : request.getRequestURI()).startsWith("/api/");
  }
}
