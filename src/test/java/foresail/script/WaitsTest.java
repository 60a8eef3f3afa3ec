package foresail.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import foresail.script.syntax.Dialect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What scripts are seen to wait for without running them. */
final class WaitsTest {
  private static final Facts FACTS =
      new Facts() {
        @Override
        public Optional<String> variable(String name) {
          return name.equals("DB_HOST") ? Optional.of("db") : Optional.empty();
        }

        @Override
        public Optional<String> file(String path) {
          return path.endsWith("/serviceaccount/namespace")
              ? Optional.of("shop")
              : Optional.empty();
        }
      };

  private static void waits(String script, String... expected) {
    var found = Waits.of(Script.ofText(script, Dialect.BASH), FACTS);
    assertEquals(List.of(expected), found.stream().map(WaitsTest::shown).toList(), script);
  }

  private static String shown(Wait wait) {
    return wait.host().orElse("?")
        + wait.port().map(port -> ":" + port).orElse("")
        + (wait.bounded() ? " bounded" : "");
  }

  @Test
  void loopsThatPoll() {
    waits(
        "until nslookup myservice.$(cat"
            + " /var/run/secrets/kubernetes.io/serviceaccount/namespace).svc.cluster.local; do echo"
            + " waiting for myservice; sleep 2; done",
        "myservice.shop.svc.cluster.local");
    waits("while ! nc -z $DB_HOST 5432; do sleep 1; done", "db:5432");
    waits("while ! nc -z $OTHER 5432; do sleep 1; done", "?:5432");
    waits("until nc -zv -w 2 db $PORT; do sleep 1; done", "db");
    waits("until curl -sf http://api:8080/health; do sleep 1; done", "api:8080");
    waits("until curl -sf \"https://${API:-api}/health\"; do sleep 1; done", "api:443");
    waits("until curl -sf $URL/health; do sleep 1; done", "?");
    waits("until pg_isready -h postgres -p 5433; do sleep 1; done", "postgres:5433");
    waits("until (echo > /dev/tcp/redis/6379) >/dev/null 2>&1; do sleep 1; done", "redis:6379");
    waits(
        "until [ \"$(curl -s -o /dev/null -w '%{http_code}' http://a/)\" = 200 ]; do sleep 1; done",
        "a:80");
    waits("HOST=mq; until nc -z $HOST 5672; do sleep 1; done", "mq:5672");
    waits("for h in a b; do until nslookup $h; do sleep 1; done; done", "a", "b");
    waits("while true; do nc -z db 1 && break; sleep 1; done", "db:1");
    waits("until mysqladmin ping -h mysql --silent; do sleep 1; done", "mysql:3306");
    waits("until redis-cli -h cache ping | grep PONG; do sleep 1; done", "cache:6379");
  }

  @Test
  void functionsThatPoll() {
    waits(
        "wait_for() { until nc -z \"$1\" \"$2\"; do sleep 1; done; }; wait_for db 5432; wait_for mq"
            + " 5672",
        "db:5432",
        "mq:5672");
    waits("w() { local host=$1; while ! nslookup $host; do sleep 1; done; }; w a", "a");
    waits("f() { until nc -z a 1; do f; done; }; f", "a:1");
  }

  @Test
  void attemptsThatEnd() {
    waits("for i in $(seq 1 30); do nc -z db 1 && exit 0; sleep 1; done; exit 1", "db:1 bounded");
    waits("n=0; until nc -z db 1 || [ $n -gt 9 ]; do n=$((n+1)); sleep 1; done", "db:1 bounded");
    waits(
        "until nc -z db 1; do n=$((n+1)); if [ $n -gt 9 ]; then exit 1; fi; done", "db:1 bounded");
    waits("timeout 60 sh -c 'until nc -z db 1; do sleep 1; done'", "db:1 bounded");
    waits("wait-for-it db:5432 -t 30 -- echo up", "db:5432 bounded");
    waits("wait-for-it db:5432 -t 0", "db:5432");
    waits("dockerize -wait tcp://db:5432 -timeout 60s", "db:5432 bounded");
    waits("wait4x tcp db:5432 --timeout 60s", "db:5432 bounded");
  }

  @Test
  void whatIsNoWait() {
    waits("nslookup db && echo yes");
    waits("while true; do wget -q -O- http://web; sleep 1; done");
    waits("until [ -f /ready ]; do sleep 1; done");
  }

  @Test
  void programsWithoutAShell() {
    var script = Script.ofCommand(List.of("wait-for-it", "db:5432", "--", "sh", "-c", "x"));
    assertEquals("db:5432 bounded", shown(Waits.of(script, Facts.none()).get(0)));
  }

  @Test
  void offsetsNameTheCommand() {
    var text = "echo a\nuntil  nslookup db; do sleep 2; done";
    var waits = Waits.of(Script.ofText(text, Dialect.POSIX), Facts.none());
    assertEquals(text.indexOf("nslookup"), waits.get(0).at());
  }
}
