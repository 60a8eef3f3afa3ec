package foresail.script.command;

import foresail.script.world.Answer;
import foresail.script.world.Effect;
import java.time.Duration;
import java.util.Optional;

/** wget and curl. */
final class Web {
  private Web() {}

  private static String absolute(String url) {
    return url.contains("://") ? url : "http://" + url;
  }

  static Outcome wget(Invocation call) {
    var options =
        Options.of(
            call.arguments(),
            "OTtPUSow",
            "timeout",
            "tries",
            "header",
            "post-data",
            "post-file",
            "output-document",
            "user",
            "password",
            "ca-certificate",
            "method",
            "body-data",
            "connect-timeout",
            "dns-timeout",
            "read-timeout",
            "waitretry",
            "user-agent");
    if (options.operands().isEmpty()) {
      return call.fail("missing URL");
    }
    var url = absolute(options.operands().get(0));
    var timeout = Durations.of(options.value("T", "timeout", "connect-timeout"));
    var method =
        options.has("post-data", "post-file") ? "POST" : options.has("spider") ? "HEAD" : "GET";
    var output = options.value("O", "output-document");
    return new Outcome.Await(
        new Effect.HttpRequest(method, url, timeout),
        answer -> wgetEnd(call, options, url, output, answer));
  }

  private static Outcome wgetEnd(
      Invocation call, Options options, String url, Optional<String> output, Answer answer) {
    if (answer instanceof Answer.Responded response) {
      if (options.has("S", "server-response")) {
        call.error("  HTTP/1.1 " + response.status() + " \n");
      }
      if (response.status() >= 400) {
        call.error("wget: server returned error: HTTP/1.1 " + response.status() + "\n");
        return Outcome.done(call.gnu() ? 8 : 1);
      }
      if (options.has("spider")) {
        return Outcome.done(0);
      }
      return deliver(call, output.orElse(fileName(url)), response.body());
    }
    call.error("wget: can't connect to remote host: " + why(answer) + "\n");
    return Outcome.done(call.gnu() ? 4 : 1);
  }

  private static String fileName(String url) {
    var path = url.substring(url.indexOf("://") + 3);
    int slash = path.lastIndexOf('/');
    return slash < 0 || slash == path.length() - 1 ? "index.html" : path.substring(slash + 1);
  }

  /** An empty body is one that nobody knows: servers have something to say. */
  private static Outcome deliver(Invocation call, String target, String body) {
    if (target.equals("-") || target.equals("/dev/stdout")) {
      call.out(body);
      if (body.isEmpty()) {
        call.unknownOutput();
      }
      return Outcome.done(0);
    }
    if (target.equals("/dev/null")) {
      return Outcome.done(0);
    }
    var written =
        body.isEmpty()
            ? call.files().allocate(call.path(target), 0)
            : call.files().write(call.path(target), body, false);
    return written
        .failure()
        .map(message -> call.fail("can't open '" + target + "': " + message))
        .orElse(Outcome.done(0));
  }

  private static String why(Answer answer) {
    if (answer instanceof Answer.Refused) {
      return "Connection refused";
    }
    return answer instanceof Answer.NotResolved ? "bad address" : "timed out";
  }

  static Outcome curl(Invocation call) {
    var options =
        Options.of(
            call.arguments(),
            "AbcCdDeEFHKmoPQrtTuUwxXyYz",
            "max-time",
            "connect-timeout",
            "retry",
            "retry-delay",
            "retry-max-time",
            "header",
            "request",
            "data",
            "data-binary",
            "data-raw",
            "output",
            "write-out",
            "user",
            "cacert",
            "cert",
            "key",
            "user-agent",
            "url",
            "proxy",
            "unix-socket",
            "resolve",
            "form",
            "cookie",
            "noproxy",
            "interface",
            "limit-rate",
            "max-redirs",
            "referer",
            "range",
            "json",
            "data-urlencode",
            "oauth2-bearer",
            "capath",
            "ciphers",
            "tls-max",
            "cert-type",
            "key-type",
            "speed-time",
            "speed-limit",
            "upload-file",
            "connect-to",
            "dump-header",
            "config",
            "keepalive-time",
            "output-dir",
            "socks5",
            "trace",
            "proxy-user",
            "dns-servers");
    var target = options.value("url").or(() -> options.operands().stream().findFirst());
    if (target.isEmpty()) {
      return call.fail("try 'curl --help' for more information", 2);
    }
    if (options.has("unix-socket")) {
      return new Outcome.Unknowable("what listens at the socket file is not known");
    }
    var timeout = Durations.of(options.value("m", "max-time", "connect-timeout"));
    boolean sends = options.has("d", "data", "data-binary", "data-raw", "F", "form");
    var method =
        options
            .value("X", "request")
            .orElse(options.has("I", "head") ? "HEAD" : sends ? "POST" : "GET");
    int retries =
        options
            .value("retry")
            .filter(text -> text.matches("[0-9]{1,6}"))
            .map(Integer::parseInt)
            .orElse(0);
    var request = new Effect.HttpRequest(method, absolute(target.get()), timeout);
    return curlTry(call, options, request, retries, Duration.ofSeconds(1));
  }

  private static Outcome curlTry(
      Invocation call, Options options, Effect.HttpRequest request, int retries, Duration pause) {
    return new Outcome.Await(
        request,
        answer -> {
          boolean refusedCounts = options.has("retry-connrefused", "retry-all-errors");
          boolean again =
              answer instanceof Answer.TimedOut
                  || answer instanceof Answer.NotResolved
                  || (answer instanceof Answer.Refused && refusedCounts)
                  || (answer instanceof Answer.Responded response && response.status() >= 500);
          if (!again || retries == 0) {
            return curlEnd(call, options, answer);
          }
          var fixed = Durations.of(options.value("retry-delay"));
          var next = pause.multipliedBy(2);
          return new Outcome.Await(
              new Effect.Sleep(fixed.or(() -> Optional.of(pause))),
              slept ->
                  curlTry(
                      call, options, request, retries - 1, next.toMinutes() > 10 ? pause : next));
        });
  }

  /** Exit codes: 6 no such host, 7 refused, 22 HTTP error with -f, 28 time is over. */
  private static Outcome curlEnd(Invocation call, Options options, Answer answer) {
    if (answer instanceof Answer.Responded response) {
      boolean failed = response.status() >= 400 && options.has("f", "fail", "fail-with-body");
      var outcome = Outcome.done(0);
      if (options.has("I", "head")) {
        call.out("HTTP/1.1 " + response.status() + " \r\n");
      } else if (!failed || options.has("fail-with-body")) {
        outcome =
            deliver(
                call,
                options.value("o", "output").orElse(options.has("O") ? "download" : "-"),
                response.body());
      }
      writeOut(call, options, response.status());
      return failed ? Outcome.done(22) : outcome;
    }
    writeOut(call, options, 0);
    int status =
        answer instanceof Answer.NotResolved ? 6 : answer instanceof Answer.Refused ? 7 : 28;
    if (!options.has("s", "silent") || options.has("S", "show-error")) {
      call.error("curl: (" + status + ") " + why(answer) + "\n");
    }
    return Outcome.done(status);
  }

  private static void writeOut(Invocation call, Options options, int status) {
    options
        .value("w", "write-out")
        .ifPresent(
            format ->
                call.out(
                    Escapes.expand(
                        format
                            .replace("%{http_code}", String.format("%03d", status))
                            .replace("%{response_code}", String.format("%03d", status)))));
  }
}
