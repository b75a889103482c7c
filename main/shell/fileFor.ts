import { extname, join, sep } from "node:path";

/** What may be served, by ending. */
export const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** The file below `root` that a URL of the app's own scheme names; null if it names none that may be served. */
export function fileFor(root: string, url: string): string | null {
  const path = pathIn(url);
  // On Windows a backslash is a separator, and nothing of ours has one in its name.
  if (path === null || /[\\\0]/.test(path)) return null;
  const file = join(root, path);
  return file.startsWith(join(root, sep)) && extname(file) in types ? file : null;
}

/** The decoded path of `app://mneme/…`; null for any other URL. */
function pathIn(url: string): string | null {
  try {
    const { protocol, host, pathname } = new URL(url);
    return protocol === "app:" && host === "mneme" ? decodeURIComponent(pathname) : null;
  } catch {
    return null;
  }
}
