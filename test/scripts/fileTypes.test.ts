// The files that open with Mneme are the same on every system, and all of them can be read.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { desktopEntry, fileTypes, mimeTypes } from "../../.scripts/debian.mjs";
import { formats } from "../../main/core/parcel/formats.ts";

const builder = JSON.parse(readFileSync(resolve(import.meta.dirname, "../../.scripts/electron-builder.json"), "utf8"));

it("the Debian package and electron-builder name the same", () => {
  const here = fileTypes.map(({ ending, mime, name }) => ({ ext: ending, name, mimeType: mime, role: "Viewer" }));
  expect(builder.fileAssociations).toEqual(here);
  for (const { mime, ending } of fileTypes) {
    expect(desktopEntry).toContain(`${mime};`);
    expect(mimeTypes).toContain(`<glob pattern="*.${ending}"/>`);
  }
});

it("each is one of the formats", () => {
  const endings = Object.values(formats).flatMap(({ extensions }) => extensions);
  for (const { ending } of fileTypes) expect(endings).toContain(ending);
});
