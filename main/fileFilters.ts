import type { FormatId } from "./contract/shapes.ts";
import { formats } from "./core/parcel/formats.ts";

interface Filter {
  name: string;
  extensions: string[];
}

/** What a dialog offers that asks for files: all kinds together, then each by itself. */
export function readFilters(): Filter[] {
  const kinds = Object.values(formats).map(({ name, extensions }) => ({ name, extensions: [...extensions] }));
  const all = [...new Set(kinds.flatMap(({ extensions }) => extensions))];
  return [{ name: "Decks", extensions: all }, ...kinds, { name: "All files", extensions: ["*"] }];
}

/** What a dialog offers that asks where to write a format. */
export function writeFilters(format: FormatId): Filter[] {
  const { name, extensions } = formats[format];
  return [{ name, extensions: [...extensions] }];
}
