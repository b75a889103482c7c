import { protocol } from "electron";
import { nameIn } from "./nameIn.ts";
import { stretch } from "./range.ts";

/** A file of the collection, as the store has it. */
export interface MediaFile {
  /** MIME type, by its content. */
  type: string;
  size: number;
  /** The bytes from one place to another, both included. */
  read(from: number, to: number): ReadableStream<Uint8Array>;
}

/**
 * Serves the collection's media, and nothing else, under `media://file/`. Names are only looked up; no path is made of one. A file is
 * what its content says; an SVG that is opened by itself can do nothing.
 */
export function serveMedia(find: (name: string) => Promise<MediaFile | null>): void {
  protocol.handle("media", async ({ method, url, headers }) => {
    const name = method === "GET" || method === "HEAD" ? nameIn(url) : null;
    const file = name === null ? null : await find(name);
    if (!file) return new Response(null, { status: 404 });
    const asked = stretch(headers.get("range"), file.size);
    if (asked === "unsatisfiable")
      return new Response(null, { status: 416, headers: { "content-range": `bytes */${file.size}` } });
    const { from, to } = asked ?? { from: 0, to: file.size - 1 };
    return new Response(method === "HEAD" || to < from ? null : file.read(from, to), {
      status: asked ? 206 : 200,
      headers: {
        "content-type": file.type,
        "content-length": String(to - from + 1),
        "accept-ranges": "bytes",
        ...(asked && { "content-range": `bytes ${from}-${to}/${file.size}` }),
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        "x-content-type-options": "nosniff",
        // Typefaces are only taken from where everyone may. Who asks is either our window or a face without an origin.
        "access-control-allow-origin": "*",
      },
    });
  });
}
