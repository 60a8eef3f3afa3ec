/**
 * What the API server itself refuses when an object is created: its hand-written validation, check
 * by check, with the server's own field paths, reasons and words. The facts and their ids come from
 * reading and asking Kubernetes 1.36.3; what other releases do otherwise is said where it is
 * checked.
 *
 * <p><b>Find a check.</b> {@link foresail.validation.Kinds} names the class that holds the checks
 * of a kind. Read it top down: it looks like the object. {@code meta} holds what all kinds share,
 * {@code pod} what every pod and template must keep to, {@code workload} the kinds that make pods,
 * and {@code admission}, {@code config}, {@code network}, {@code node}, {@code policy}, {@code
 * scaling} and {@code storage} the rest.
 *
 * <p><b>Add a check.</b> Find its field and put it there; a check begins with the id of its fact:
 *
 * <pre>{@code
 * field(
 *     "containerPort",
 *     required("pod.ports.containerPort.required"),       // stops here where it is missing
 *     portNumber("pod.ports.containerPort.range")),
 * field("hostPort", ifNotZero(), portNumber("pod.ports.hostPort.range")),
 * each(...)                                                // every item of a list
 * rule(PortChecks::uniqueNames, "pod.ports.name.duplicate") // a small method for several fields
 * }</pre>
 *
 * <p>The words are in {@code check}: {@code Shapes} (field, each, eachEntry, when, rule, ifSet,
 * ifNotZero, since, and three for paths that the server prints otherwise), {@code Values}
 * (required, oneOf, inRange, nonNegative, forbidden, maxItems, uniqueBy ...), {@code Names}
 * (dnsLabel, qualifiedName, prefixOf ..., {@code format} with any grammar of {@code
 * foresail.notation}), {@code Selectors}. A rule gets a {@code Field}, which is there even where
 * nothing is written ({@code isSet()} is Go's non-nil pointer, {@code isZero()} Go's zero value),
 * and tells {@code Refusals}: {@code out.invalid(fact, field, "must be ...")}. {@code
 * field.printedAs(other)} keeps the place in the text and takes the path of another field.
 *
 * <p><b>Without a gate, an absent value is checked as Go's zero value</b>, as the server does: put
 * {@code ifSet()} or {@code ifNotZero()} first where the server looks first. Defaults are in the
 * tree already. When in doubt accept: never refuse what the server takes.
 *
 * <p><b>A new kind</b> is a class with one {@code static final Check} that begins with {@code
 * MetadataChecks}, its name in {@code Kinds.ALL}, and a case of the {@code switch} there, which
 * loads the class when the first such object comes ({@code KindsTest} holds the two together).
 * Static checks must stand above those that use them.
 *
 * <p><b>Test.</b> {@code VerdictsTest} holds everything against recorded answers of real servers,
 * release by release. {@code FactsTest} wants every fact of {@code facts.tsv} told by a check, or
 * excused in {@code left-out.tsv}; facts that it does not have stand in {@code beyond.tsv}. {@code
 * BrokenFactsTest} breaks each fact alone, by the changes of {@code broken.tsv}. What looks wrong
 * but is accepted stands in {@code accepted.yaml}. {@code FactPagesTest} wants a rule for each
 * fact.
 */
package foresail.validation;
