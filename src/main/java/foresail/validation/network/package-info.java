/** What the kinds that lead traffic must keep to: Services, Ingresses, policies, endpoints. */
package foresail.validation.network;
