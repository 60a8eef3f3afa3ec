/** What ConfigMaps, Secrets, ServiceAccounts and Namespaces must keep to. */
package foresail.validation.config;
