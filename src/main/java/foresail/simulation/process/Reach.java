package foresail.simulation.process;

import foresail.script.world.Answer;
import foresail.script.world.Effect;
import foresail.simulation.api.Pod;
import foresail.simulation.facts.Awaited;
import foresail.simulation.runtime.Process;
import foresail.simulation.runtime.Process.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What programs of one pod reach over the network. */
final class Reach {
  private final NameService names;
  private final Network network;
  private final Pod pod;
  private final ClusterState state;
  private final BiConsumer<String, Optional<Awaited>> notes;

  /**
   * @param notes told what keeps the program waiting, and which Service it asks; an empty text
   *     where nothing does
   */
  Reach(
      NameService names,
      Network network,
      ClusterState state,
      Pod pod,
      BiConsumer<String, Optional<Awaited>> notes) {
    this.names = names;
    this.network = network;
    this.state = state;
    this.pod = pod;
    this.notes = notes;
  }

  Answer lookUp(String host) {
    List<String> addresses = names.resolve(pod, host);
    if (addresses.isEmpty()) {
      notes.accept(names.whyMissing(pod, host), names.awaited(pod, host));
      return new Answer.NotResolved();
    }
    notes.accept("", Optional.empty());
    return new Answer.Resolved(addresses);
  }

  Answer objectState(Effect.ObjectState wanted) {
    Answer answer = state.answer(wanted);
    boolean so = answer instanceof Answer.Done;
    boolean exists = !(answer instanceof Answer.NotResolved);
    notes.accept(
        so ? "" : ClusterState.why(wanted, exists),
        so ? Optional.empty() : state.awaited(wanted, exists));
    return answer;
  }

  /** Empty where no word comes back. */
  Optional<Answer> connect(String host, int port) {
    return ask(host, port, Process::connect, reply -> new Answer.Connected());
  }

  /** Empty where no word comes back. */
  Optional<Answer> http(String url) {
    HttpAddress address = HttpAddress.of(url);
    return ask(
        address.host(),
        address.port(),
        (process, port) -> process.http(port, address.path()),
        reply -> new Answer.Responded(reply.status() == 0 ? 200 : reply.status(), ""));
  }

  private Optional<Answer> ask(
      String host, int port, Network.Question question, Function<Reply, Answer> answered) {
    List<String> addresses = names.resolve(pod, host);
    if (addresses.isEmpty()) {
      notes.accept(names.whyMissing(pod, host), names.awaited(pod, host));
      return Optional.of(new Answer.NotResolved());
    }
    boolean silent = false;
    for (String address : addresses) {
      Network.Result result = network.ask(pod, address, port, question);
      if (result instanceof Network.Result.Answered hit) {
        notes.accept("", Optional.empty());
        return Optional.of(answered.apply(hit.reply()));
      }
      silent |= result instanceof Network.Result.Silence;
    }
    notes.accept(
        silent
            ? "nothing answers at " + host + " port " + port
            : "nothing listens at " + host + " port " + port,
        names.awaited(pod, host));
    return silent ? Optional.empty() : Optional.of(new Answer.Refused());
  }
}
