package foresail.simulation.process;

/**
 * Where a URL leads.
 *
 * @param path begins with a slash
 */
record HttpAddress(String host, int port, String path) {
  static HttpAddress of(String url) {
    int scheme = url.indexOf("://");
    boolean secure = url.startsWith("https");
    String rest = scheme < 0 ? url : url.substring(scheme + 3);
    int slash = rest.indexOf('/');
    String authority = slash < 0 ? rest : rest.substring(0, slash);
    String path = slash < 0 ? "/" : rest.substring(slash);
    authority = authority.substring(authority.indexOf('@') + 1);
    int colon = authority.startsWith("[") ? -1 : authority.lastIndexOf(':');
    int port = secure ? 443 : 80;
    if (colon >= 0 && authority.substring(colon + 1).matches("[0-9]{1,5}")) {
      port = Integer.parseInt(authority.substring(colon + 1));
      authority = authority.substring(0, colon);
    }
    return new HttpAddress(authority, port, path);
  }
}
