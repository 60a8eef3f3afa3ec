package foresail.rule.check;

import foresail.graph.Reference;
import foresail.graph.Reference.Key;
import foresail.graph.Reference.Use;
import foresail.model.ConfigData;
import foresail.model.KubernetesObject;
import foresail.notation.NearestName;
import foresail.rule.Check;
import foresail.rule.Draft;
import foresail.rule.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Keys that a ConfigMap or Secret of the inputs does not have. */
abstract class MissingKey implements Check {
  private final String kind;

  MissingKey(String kind) {
    this.kind = kind;
  }

  @Override
  public final void check(KubernetesObject object, Scope scope) {
    for (Reference reference : scope.references()) {
      if (reference.kind().equals(kind) && !reference.optional() && !reference.keys().isEmpty()) {
        List<ConfigData> data = data(reference);
        Set<String> known = keys(data);
        for (Key key : reference.keys()) {
          if (!known.isEmpty() && !known.contains(key.key())) {
            report(reference, key, data.get(0), known, scope);
          }
        }
      }
    }
  }

  private static List<ConfigData> data(Reference reference) {
    List<ConfigData> data = new ArrayList<>(1);
    for (KubernetesObject object : reference.objects()) {
      if (object instanceof ConfigData found) {
        data.add(found);
      }
    }
    return data;
  }

  /** Empty where one of the objects is: somebody fills it later. */
  private static Set<String> keys(List<ConfigData> data) {
    Set<String> all = new TreeSet<>();
    for (ConfigData one : data) {
      Set<String> keys = one.keys();
      if (keys.isEmpty()) {
        return Set.of();
      }
      all.addAll(keys);
    }
    return all;
  }

  private void report(
      Reference reference, Key key, ConfigData data, Set<String> known, Scope scope) {
    String object = kind + " \"" + reference.name() + "\"";
    Draft draft = scope.report(key.at(), object + " has no key \"" + key.key() + "\"");
    List<String> near = NearestName.among(known, key.key());
    if (near.isEmpty()) {
      draft.related(data.span("metadata", "name"), "its keys: " + listed(known));
    } else {
      String field = data.secret() && data.text().containsKey(near.get(0)) ? "stringData" : "data";
      draft.related(data.span(field, near.get(0)), "nearest: \"" + near.get(0) + "\"");
      draft.fix("write " + near.get(0), Words.rename(key.at().span(), key.key(), near.get(0)));
    }
    if (reference.use() == Use.VOLUME) {
      draft.why(
          "the pod stays in "
              + PodEffects.mounting(reference.from())
              + ", with the event FailedMount: references non-existent config key: "
              + key.key());
    } else {
      draft.why(
          "the container stays in "
              + PodEffects.configError(reference)
              + ": couldn't find key "
              + key.key()
              + " in "
              + object);
    }
  }

  private static String listed(Set<String> keys) {
    List<String> first = keys.stream().limit(5).toList();
    return String.join(", ", first) + (keys.size() > first.size() ? ", ..." : "");
  }
}
