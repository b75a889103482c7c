import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

interface Typeface {
  type: string;
  body: string | Uint8Array;
}

/**
 * The reading typeface of the window's own build, for faces in frames: `reading.css`, and the files that it names. `folder` is that of
 * the built window. In a build without it a face falls back to the system's typefaces.
 */
export function typefaces(folder: string): (name: string) => Promise<Typeface | null> {
  const assets = join(folder, "assets");
  let sheet: Promise<string> | undefined;
  return async (name) => {
    if (name === "reading.css") {
      sheet ??= sheetFrom(assets).catch(() => "");
      return { type: "text/css; charset=utf-8", body: await sheet };
    }
    if (!/^literata-[\w.-]+\.woff2$/.test(name)) return null;
    const body = await readFile(join(assets, name)).catch(() => null);
    return body && { type: "font/woff2", body: new Uint8Array(body) };
  };
}

/** The rules for the reading typeface, with addresses that a face may load. */
async function sheetFrom(assets: string): Promise<string> {
  const sheets = (await readdir(assets)).filter((name) => name.endsWith(".css"));
  const css = (await Promise.all(sheets.map((name) => readFile(join(assets, name), "utf8")))).join("\n");
  const rules = css.match(/@font-face\s*\{[^}]{1,4000}\}/g) ?? [];
  return (
    rules
      .filter((rule) => rule.includes("Literata Variable"))
      // It comes from the disk within a few milliseconds: better late than in another shape first.
      .map((rule) => rule.replace(/font-display:\s*swap/, "font-display: block"))
      .map((rule) => rule.replace(/url\(["']?(?:[^)"']*\/)?(literata-[\w.-]+\.woff2)["']?\)/g, "url(card://style/$1)"))
      .join("\n")
  );
}
