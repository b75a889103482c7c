import { BlockList, isIP } from "node:net";

const reserved = new BlockList();
for (const [net, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  reserved.addSubnet(net, prefix, "ipv4");
// Of IPv6 only what is handed out to everyone, without what carries an IPv4 address inside.
for (const [net, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  reserved.addSubnet(net, prefix, "ipv6");

const handedOut = new BlockList();
handedOut.addSubnet("2000::", 3, "ipv6");

/** Whether an IP address belongs to the open internet: not to this machine, its network or its provider (IANA's registries). */
export function isPublic(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !reserved.check(address, "ipv4");
    case 6:
      return handedOut.check(address, "ipv6") && !reserved.check(address, "ipv6");
    default:
      return false;
  }
}
