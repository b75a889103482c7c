import { rich as words } from "../../text/rich.ts";
import { tools } from "./tools.ts";

/** A key of the editor's library, as our own table writes it: "Mod-Shift-c" is "Mod+Shift+C". */
export const ownKey = (key: string): string =>
  key
    .split(" ")
    .map((press) =>
      press
        .split("-")
        .map((part) => (part.length === 1 ? part.toUpperCase() : part))
        .join("+"),
    )
    .join(" ");

/** Every key of a field that is written in, for those who list them. A blank stands between two presses. */
export const fieldKeys: readonly { text: string; keys: readonly string[] }[] = [
  ...tools.flat().map(({ text, keys }) => ({ text, keys: keys.map(ownKey) })),
  { text: words.keys.sameGap, keys: ["Mod+Shift+Alt+C"] },
  { text: words.keys.display, keys: ["Mod+M E"] },
  { text: words.keys.chemistry, keys: ["Mod+M C"] },
  { text: words.keys.inward, keys: ["Mod+]"] },
  { text: words.keys.outward, keys: ["Mod+["] },
  { text: words.keys.details, keys: ["F2"] },
].filter(({ keys }) => keys.length > 0);
