/** Longer ones are made to harm, or to hide where they lead. */
const longest = 2_000;

/** The address as the system may be given it: of the web or of a letter, parsed, in ASCII; null for any other. */
export function outside(address: string): string | null {
  if (address.length > longest) return null;
  try {
    const url = new URL(address);
    if (!["http:", "https:", "mailto:"].includes(url.protocol)) return null;
    // A name and password before the host only serve to make it look like another.
    if (url.username !== "" || url.password !== "") return null;
    return url.href.length > 2 * longest ? null : url.href;
  } catch {
    return null;
  }
}
