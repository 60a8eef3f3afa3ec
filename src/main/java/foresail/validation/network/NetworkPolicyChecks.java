package foresail.validation.network;

import static foresail.validation.check.Shapes.each;
import static foresail.validation.check.Shapes.field;
import static foresail.validation.check.Shapes.ifSet;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Shapes.rule;
import static foresail.validation.check.Values.between;
import static foresail.validation.check.Values.oneOf;
import static foresail.validation.check.Values.portNumber;

import foresail.notation.Cidrs;
import foresail.notation.KeyNames;
import foresail.validation.check.Check;
import foresail.validation.check.Field;
import foresail.validation.check.Names;
import foresail.validation.check.Refusals;
import foresail.validation.check.Selectors;
import foresail.validation.meta.MetadataChecks;
import java.util.Optional;

/** A NetworkPolicy (pkg/apis/networking/validation/validation.go, v1.36). */
public final class NetworkPolicyChecks {
  private static final int MOST_TYPES = 2;

  private NetworkPolicyChecks() {}

  private static final Check PORTS =
      each(
          field("protocol", ifSet(), oneOf("networkpolicy.ports.protocol", "TCP", "UDP", "SCTP")),
          rule(
              NetworkPolicyChecks::port,
              "networkpolicy.ports.port.number",
              "networkpolicy.ports.port.name",
              "networkpolicy.ports.endPort.order",
              "networkpolicy.ports.endPort.range",
              "networkpolicy.ports.endPort.named",
              "networkpolicy.ports.endPort.alone"));

  private static final Check IP_BLOCK =
      object(
          ifSet(),
          rule(
              NetworkPolicyChecks::ipBlock,
              "networkpolicy.ipBlock.cidr.required",
              "networkpolicy.ipBlock.cidr",
              "networkpolicy.ipBlock.except",
              "networkpolicy.ipBlock.except.subset"));

  private static final Check PEERS =
      each(
          rule(
              NetworkPolicyChecks::onePeer,
              "networkpolicy.peer.none",
              "networkpolicy.peer.ipBlock-mixed"),
          field("podSelector", Selectors.labelSelector("networkpolicy.peer.podSelector")),
          field(
              "namespaceSelector", Selectors.labelSelector("networkpolicy.peer.namespaceSelector")),
          field("ipBlock", IP_BLOCK));

  public static final Check NETWORK_POLICY =
      object(
          MetadataChecks.NAMESPACED,
          field(
              "spec",
              field("podSelector", Selectors.labelSelector("networkpolicy.podSelector")),
              field("ingress", each(field("ports", PORTS), field("from", PEERS))),
              field("egress", each(field("ports", PORTS), field("to", PEERS))),
              field(
                  "policyTypes",
                  rule(NetworkPolicyChecks::types, "networkpolicy.policyTypes.max"),
                  rule(NetworkPolicyChecks::eachType, "networkpolicy.policyTypes"))));

  private static void port(Field item, Refusals out) {
    Field port = item.get("port");
    Field end = item.get("endPort");
    if (!port.isSet()) {
      if (end.isSet()) {
        out.invalid(
            "networkpolicy.ports.endPort.alone",
            end,
            "may not be specified when `port` is not specified");
      }
    } else if (port.isString()) {
      if (end.isSet()) {
        out.invalid(
            "networkpolicy.ports.endPort.named",
            end,
            "may not be specified when `port` is non-numeric");
      }
      Names.tell("networkpolicy.ports.port.name", port, KeyNames.portName(port.text()), out);
    } else {
      portNumber("networkpolicy.ports.port.number").look(port, out);
      if (end.isSet()) {
        endPort(port, end, out);
      }
    }
  }

  private static void endPort(Field port, Field end, Refusals out) {
    if (end.number() < port.number()) {
      // The server prints the first port here, not the last.
      out.invalid(
          "networkpolicy.ports.endPort.order",
          end,
          Long.toString(port.number()),
          "must be greater than or equal to `port`");
    }
    if (end.number() < 1 || end.number() > 65_535) {
      out.invalid("networkpolicy.ports.endPort.range", end, between(1, 65_535));
    }
  }

  private static void onePeer(Field peer, Refusals out) {
    boolean selects = peer.get("podSelector").isSet() || peer.get("namespaceSelector").isSet();
    boolean block = peer.get("ipBlock").isSet();
    if (!selects && !block) {
      out.required("networkpolicy.peer.none", peer, "must specify a peer");
    } else if (selects && block) {
      out.forbidden(
          "networkpolicy.peer.ipBlock-mixed",
          peer,
          "may not specify both ipBlock and another peer");
    }
  }

  private static void ipBlock(Field block, Refusals out) {
    Field cidr = block.get("cidr");
    if (cidr.isZero()) {
      out.required("networkpolicy.ipBlock.cidr.required", cidr);
      return;
    }
    Addresses.range("networkpolicy.ipBlock.cidr", cidr, cidr.text(), out);
    Optional<Cidrs.Range> whole = Cidrs.parse(cidr.text());
    if (whole.isEmpty()) {
      return;
    }
    for (Field except : block.get("except").items()) {
      Addresses.range("networkpolicy.ipBlock.except", except, except.text(), out);
      Optional<Cidrs.Range> part = Cidrs.parse(except.text());
      boolean inside =
          part.isEmpty()
              || (whole.get().contains(part.get()) && part.get().prefix() > whole.get().prefix());
      if (!inside) {
        out.invalid(
            "networkpolicy.ipBlock.except.subset", except, "must be a strict subset of `cidr`");
      }
    }
  }

  private static void types(Field types, Refusals out) {
    if (types.size() > MOST_TYPES) {
      out.invalid(
          "networkpolicy.policyTypes.max", types, "may not specify more than two policyTypes");
    }
  }

  private static void eachType(Field types, Refusals out) {
    if (types.size() <= MOST_TYPES) {
      for (Field type : types.items()) {
        oneOf("networkpolicy.policyTypes", "Ingress", "Egress").look(type, out);
      }
    }
  }
}
