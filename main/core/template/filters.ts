import { onlyClozes, revealCloze } from "../cloze/reveal.ts";
import { escapeHtml } from "../html/entities.ts";
import { stripHtml } from "../html/strip.ts";
import { furigana, readings } from "./furigana.ts";
import { stripTagsInMath } from "./mathText.ts";

/** What a filter may know besides the text. */
export interface Side {
  /** Of the gap that the card asks for; 1 on other cards. */
  number: number;
  question: boolean;
}

type Filter = (html: string, key: string, side: Side) => string;

const filters: Readonly<Record<string, Filter>> = {
  text: stripHtml,
  hint: (html, key) =>
    html.trim() === ""
      ? html
      : `<details class="hint"><summary>${escapeHtml(key)}</summary><div>${html}</div></details>`,
  furigana: (html) => readings(html, furigana),
  kana: (html) => readings(html, (_, reading) => reading),
  kanji: (html) => readings(html, (base) => base),
  cloze: (html, _, { number, question }) => stripTagsInMath(revealCloze(html, number, question)),
  "cloze-only": (html, _, { number, question }) => onlyClozes(html, number, question),
  type: (_, key) => `[[type:${key}]]`,
  "type-cloze": (_, key) => `[[type:cloze:${key}]]`,
  "type-nc": (_, key) => `[[type:nc:${key}]]`,
  /** Mneme's own: the answers to choose from. */
  choice: (_, key) => `[[choice:${key}]]`,
  "tts-voices": () => `<p class="tts-voices">${voices}</p>`,
  nc: (html) => html,
  "": (html) => html,
};

const voices =
  "Mneme speaks with the voices of your system. Name one with {{tts LANGUAGE voices=NAME:FIELD}}; else it takes the first of that language.";

const known = new Map(Object.entries(filters));
/** Two filters that mean something else together. */
const together = new Map([
  ["cloze type", ["type-cloze"]],
  ["nc type", ["type-nc"]],
]);

/** Applies the filters of a field, nearest first. As in Anki, one that is not known ends it: an add-on would take over there. */
export function applyFilters(html: string, names: readonly string[], key: string, side: Side): string {
  let text = html;
  for (const name of together.get(names.join(" ")) ?? names) {
    const filter = known.get(name) ?? speech(name);
    if (!filter) break;
    text = filter(text, key, side);
  }
  return text;
}

function speech(name: string): Filter | null {
  if (!name.startsWith("tts ")) return null;
  return (html) => `[anki:tts lang=${name.slice(4)}]${html}[/anki:tts]`;
}

/** Whether what is typed is compared with the field, and with all of it or with the gaps of the card. */
export function asksToType(names: readonly string[]): "whole" | "cloze" | null {
  if (!names.includes("type")) return null;
  return names.join(" ") === "cloze type" ? "cloze" : "whole";
}
