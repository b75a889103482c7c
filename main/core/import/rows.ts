import type { NoteType } from "../../contract/shapes.ts";
import type { RehearsalRow, Verdict } from "../../contract/transfer.ts";
import { stripHtml } from "../html/strip.ts";
import { plainMarkdown } from "../note/title.ts";
import { fold } from "../search/fold.ts";
import type { Arrival } from "./base.ts";
import type { Comparison } from "./compare.ts";

/** Of a text that is to be one line, more is never seen. */
const longestSource = 2_000;
const longestTitle = 300;

/** The sort field as a line of plain text, or the first that says anything. */
export function arrivalTitle(type: NoteType, { fields }: Pick<Arrival, "fields">): string {
  const order = [type.sort, ...type.fields.map(({ id }) => id)];
  for (const id of order) {
    const title = lineOf(type, fields[id] ?? "");
    if (title !== "") return title;
  }
  return "";
}

function lineOf(type: NoteType, text: string): string {
  const source = text.slice(0, longestSource);
  const plain =
    type.format === "html" ? stripHtml(source.replace(/<(?:br|div|p|li)\b/gi, " $&")) : plainMarkdown(source);
  return plain.replace(/\s+/g, " ").trim().slice(0, longestTitle);
}

/** Rows of a comparison, made when they are asked for. */
export function rowsOf(comparison: Comparison) {
  const { verdicts, reasons, targetOf, arrivalOf, partsOf, mine } = comparison;
  let last: { key: string; places: number[] } | null = null;

  const rowAt = (n: number): RehearsalRow => {
    const verdict = verdicts[n] as Verdict;
    const target = targetOf(n);
    const { say = null, place = "" } = reasons.get(n) ?? {};
    if (!target) return { n, verdict, title: "", deck: "", type: "", fields: [], reason: say, place };
    const arrival = arrivalOf(n);
    const differs = mine[n] && verdict !== "broken" ? partsOf(n) : [];
    const fields = differs.filter(({ changed }) => changed !== "mine").map(({ name }) => name);
    const title = arrivalTitle(target.type, arrival);
    return { n, verdict, title, deck: arrival.deckHere, type: target.type.name, fields, reason: say, place };
  };

  /** All words, in any field, tag, deck or type. */
  const holds = (n: number, words: readonly string[]): boolean => {
    const target = targetOf(n);
    if (!target) return false;
    const { fields, tags, deckHere } = arrivalOf(n);
    const text = fold([...Object.values(fields), ...tags, deckHere, target.type.name].join("\n"));
    return words.every((word) => text.includes(word));
  };

  const placesOf = (verdict: Verdict | null, words: string): readonly number[] => {
    const key = JSON.stringify([verdict, words]);
    if (last?.key === key) return last.places;
    const wanted = fold(words).split(/\s+/).filter(Boolean);
    const places: number[] = [];
    verdicts.forEach((each, n) => {
      if ((verdict === null || each === verdict) && (wanted.length === 0 || holds(n, wanted))) places.push(n);
    });
    last = { key, places };
    return places;
  };

  return {
    rowAt,
    /** Rows of that verdict that hold those words, from one place among them to another, the latter not included. */
    rows(verdict: Verdict | null, words: string, from: number, to: number): { count: number; rows: RehearsalRow[] } {
      const places = placesOf(verdict, words);
      return { count: places.length, rows: places.slice(from, to).map(rowAt) };
    },
  };
}
