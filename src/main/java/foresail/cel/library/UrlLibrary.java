package foresail.cel.library;

import static foresail.cel.library.Kind.BOOL;
import static foresail.cel.library.Kind.STRING;

/** Parts of URLs (apiserver/pkg/cel/library/urls.go, v1.36). */
final class UrlLibrary {
  private static final Kind<GoUrl> URL = Kind.named("kubernetes.URL", GoUrl.class);

  private UrlLibrary() {}

  static void addTo(Functions functions) {
    functions.global(
        "url",
        "string_to_url",
        URL,
        STRING,
        text ->
            GoUrl.parse(text)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "URL parse error during conversion from string: parse \""
                                + text
                                + "\": invalid URI for request")));
    functions.global("isURL", "is_url_string", BOOL, STRING, text -> GoUrl.parse(text).isPresent());
    functions.member("getScheme", "url_get_scheme", STRING, URL, GoUrl::scheme);
    functions.member("getHost", "url_get_host", STRING, URL, GoUrl::host);
    functions.member("getHostname", "url_get_hostname", STRING, URL, GoUrl::hostname);
    functions.member("getPort", "url_get_port", STRING, URL, GoUrl::port);
    functions.member("getEscapedPath", "url_get_escaped_path", STRING, URL, GoUrl::path);
    functions.member(
        "getQuery", "url_get_query", Kind.mapOf(Kind.listOf(STRING)), URL, GoUrl::queryValues);
    functions.typeName(URL);
  }
}
