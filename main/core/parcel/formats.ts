import type { FormatId } from "../../contract/shapes.ts";

/** What a format is called, how its files end, and whether Mneme writes it. The first ending is what is written. */
export interface FormatInfo {
  name: string;
  extensions: readonly string[];
  writes: boolean;
  /** Known from descriptions only; no real file was ever tried. */
  untried?: true;
  /** Written as a folder, not as a file. */
  folder?: true;
}

export const formats: Readonly<Record<FormatId, FormatInfo>> = {
  apkg: { name: "Anki deck package", extensions: ["apkg"], writes: true },
  colpkg: { name: "Anki collection package", extensions: ["colpkg"], writes: true },
  anki2: { name: "Anki collection", extensions: ["anki2", "anki21"], writes: false },
  text: { name: "Anki notes in plain text", extensions: ["txt", "tsv", "csv"], writes: true },
  csv: { name: "Table for spreadsheets", extensions: ["csv"], writes: true },
  markdown: { name: "Mneme deck in Markdown", extensions: ["md", "markdown"], writes: true },
  markdownFolder: { name: "Mneme folder of Markdown", extensions: [], writes: true, folder: true },
  json: { name: "Mneme deck in JSON", extensions: ["json"], writes: true },
  crowdanki: { name: "CrowdAnki deck", extensions: ["json"], writes: true, folder: true },
  mnemosyne: { name: "Mnemosyne cards", extensions: ["cards"], writes: false, untried: true },
  mochi: { name: "Mochi deck", extensions: ["mochi"], writes: false, untried: true },
};
