package foresail.script.machine;

import foresail.script.syntax.Command;
import java.util.ArrayList;
import java.util.List;

/** {@code a | b}: a child for each stage; the status is the last one's. */
final class PipelineFrame extends Frame {
  private final Command.Pipeline pipeline;
  private final List<Process> stages = new ArrayList<>();
  private boolean started;

  PipelineFrame(Command.Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Override
  void step(Process process) {
    if (started) {
      finish(process);
      return;
    }
    started = true;
    if (pipeline.stages().size() == 1) {
      process.push(new TestedFrame(Frames.of(pipeline.stages().get(0))));
    } else {
      start(process);
    }
  }

  private void start(Process process) {
    OpenFile input = null;
    for (int i = 0; i < pipeline.stages().size(); i++) {
      var child = process.fork();
      if (input != null) {
        child.descriptors.set(0, input);
      }
      if (i < pipeline.stages().size() - 1) {
        var pipe = new Pipe();
        child.descriptors.set(1, pipe.writer);
        input = pipe.reader;
      }
      if (pipeline.negated()) {
        child.shell.tested++;
      }
      child.push(Frames.inChild(pipeline.stages().get(i)));
      stages.add(child);
    }
    process.waitFor(() -> stages.stream().allMatch(Process::ended));
  }

  private void finish(Process process) {
    int status = stages.isEmpty() ? process.status : last().status;
    if (process.shell.pipefail) {
      for (var stage : stages) {
        // The rightmost stage that failed wins.
        status = stage.status != 0 ? stage.status : status;
      }
    }
    process.pop();
    if (pipeline.negated()) {
      process.status = status == 0 ? 1 : 0;
    } else {
      process.checked(status);
    }
  }

  private Process last() {
    return stages.get(stages.size() - 1);
  }
}
