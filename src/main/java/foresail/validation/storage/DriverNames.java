package foresail.validation.storage;

import static foresail.validation.check.Names.format;
import static foresail.validation.check.Shapes.object;
import static foresail.validation.check.Values.maxBytes;
import static foresail.validation.check.Values.required;

import foresail.notation.DnsNames;
import foresail.validation.check.Check;
import java.util.Locale;

/** Names of CSI drivers: DNS subdomains of at most 63 bytes in which upper case counts as lower. */
public final class DriverNames {
  private DriverNames() {}

  public static Check driverName(String requiredFact, String lengthFact, String formatFact) {
    return object(
        required(requiredFact),
        maxBytes(lengthFact, 63),
        format(formatFact, driver -> DnsNames.subdomain(driver.toLowerCase(Locale.ROOT))));
  }
}
