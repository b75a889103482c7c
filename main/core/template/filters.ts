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
  /** Mneme's own: the answers to choose from. */
  choice: (_, key) => `[[choice:${key}]]`,
  "tts-voices": () => `<p class="tts-voices">${voices}</p>`,
  "": (html) => html,
};

const voices =
  "Mneme speaks with the voices of your system. Name one with {{tts LANGUAGE voices=NAME:FIELD}}; else it takes the first of that language.";

const known = new Map(Object.entries(filters));
/** Applies the filters of a field, nearest first. As in Anki, one that is not known ends it: an add-on would take over there. */
export function applyFilters(html: string, names: readonly string[], key: string, side: Side): string {
  const typed = typedMark(names);
  if (typed) return `[[${typed}:${key}]]`;
  let text = html;
  for (const name of names) {
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

/** `type:` before all others stands for the field itself, whatever comes between; `cloze` or `nc` alone say what is compared. */
function typedMark(names: readonly string[]): string | null {
  if (names.at(-1) !== "type") return null;
  const [kind] = names;
  return names.length === 2 && (kind === "cloze" || kind === "nc") ? `type:${kind}` : "type";
}

/** Whether what is typed is compared with the field, and with all of it or with the gaps of the card. */
export function asksToType(names: readonly string[]): "whole" | "cloze" | null {
  if (!names.includes("type")) return null;
  return typedMark(names) === "type:cloze" ? "cloze" : "whole";
}
