/** The name in `media://file/<name>`: one component, decoded; null for any other URL. */
export function nameIn(url: string): string | null {
  try {
    const { protocol, host, pathname } = new URL(url);
    if (protocol !== "media:" || host !== "file" || pathname.lastIndexOf("/") !== 0) return null;
    return decodeURIComponent(pathname.slice(1)) || null;
  } catch {
    return null;
  }
}
