import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { protocol } from "electron";
import { fileFor, types } from "./fileFor.ts";

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' media:",
  "media-src media:",
  "frame-src card:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/** Must run before Electron is ready. */
export function registerSchemes(): void {
  const privileges = { standard: true, secure: true };
  protocol.registerSchemesAsPrivileged([
    { scheme: "app", privileges },
    // Typefaces are fetched as if from another site, since a face has no origin.
    { scheme: "card", privileges: { ...privileges, corsEnabled: true } },
    { scheme: "media", privileges: { ...privileges, corsEnabled: true, stream: true } },
  ]);
}

/** Serves the renderer's files, and nothing outside their folder, under `app://mneme/`. */
export function serveFiles(folder: string): void {
  protocol.handle("app", async ({ method, url }) => {
    const file = method === "GET" ? fileFor(folder, url) : null;
    if (file === null) return notFound();
    try {
      const body = new Uint8Array(await readFile(file));
      const type = types[extname(file)] ?? "";
      const headers = { "content-type": type, "content-security-policy": policy, "x-content-type-options": "nosniff" };
      return new Response(body, { headers });
    } catch {
      return notFound();
    }
  });
}

const notFound = () => new Response(null, { status: 404 });
