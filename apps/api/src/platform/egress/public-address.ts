import ipaddr from 'ipaddr.js';

/** The part of IPv6 from which addresses of the open net are given out. */
const globalUnicast = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/**
 * Whether an address is one of the open net: not of this machine, not of a private or shared network, not of a kind that carries another
 * address within itself (IPv4 in IPv6, 6to4, Teredo, NAT64), not multicast, documentation or reserved. Anything that is no address is not.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text) || text.includes('%')) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || (address as ipaddr.IPv6).match(globalUnicast);
}
