import { protocol } from "electron";
import { home } from "./home.ts";

/** No script, no network, no form, no frame: media of the collection, the app's own typefaces, and inline style. */
const policy = [
  "default-src 'none'",
  "img-src media:",
  "media-src media:",
  "font-src media: card://style",
  "style-src 'unsafe-inline' card://style",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${home.frames}`,
  "sandbox",
].join("; ");

export interface FaceSource {
  /** The whole document of `card://face/…` or `card://draft/…`; null if there is none. */
  document(url: string): Promise<string | null>;
  /** A typeface of the app, or the sheet that names them all, by its name in `card://style/`; null if there is none. */
  style(name: string): Promise<{ type: string; body: string | Uint8Array } | null>;
}

/** Serves the faces of cards under `card://`: documents that can do nothing but be looked at. */
export function serveFaces({ document, style }: FaceSource): void {
  protocol.handle("card", async ({ method, url }) => {
    if (method !== "GET") return new Response(null, { status: 404 });
    const { host, pathname } = new URL(url);
    const found = host === "style" ? await style(pathname.slice(1)) : page(await document(url));
    if (!found) return new Response(null, { status: 404 });
    return new Response(found.body as string, {
      headers: {
        "content-type": found.type,
        "content-security-policy": policy,
        "x-content-type-options": "nosniff",
        ...(host === "style" && { "access-control-allow-origin": "*", "cache-control": "max-age=31536000" }),
      },
    });
  });
}

const page = (body: string | null) => (body === null ? null : { type: "text/html; charset=utf-8", body });
