import { Failure } from "../../contract/faults.ts";
import type { Format } from "../format.ts";
import { readFolder } from "./readFolder.ts";
import { writeFolder } from "./writeFolder.ts";

/** Mneme's own decks in plain text: a folder with a file for each deck, and everything else beside them. Nothing is lost. */
export const markdownFolder: Format = {
  id: "markdownFolder",
  takes: (_, __, inside) => inside?.some((name) => /^mneme\.json$|\.(?:md|markdown)$/i.test(name)) ?? false,
  read: readFolder,
  async write(parcel, writing) {
    await writeFolder(parcel, writing, writing.options.schedule);
    if (writing.signal.aborted) throw new Failure({ code: "stopped" });
    return [];
  },
  losses: () => [],
};
