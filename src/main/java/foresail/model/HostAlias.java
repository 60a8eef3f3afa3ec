package foresail.model;

import java.util.List;

/** Names that the pod's own hosts file resolves. */
public record HostAlias(String ip, List<String> hostnames) {
  static HostAlias of(Fields alias) {
    return new HostAlias(alias.string("ip"), alias.strings("hostnames"));
  }
}
