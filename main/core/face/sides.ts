import type { Note, NoteType } from "../../contract/shapes.ts";
import { markdownToHtml } from "../html/markdownToHtml.ts";
import { type Page, page } from "../html/page.ts";
import type { Typesetting } from "../html/typesetting.ts";
import { accepted, checkTyped } from "../note/typed.ts";
import { expectedAnswer } from "../template/expected.ts";
import { type Rendered, render } from "../template/render.ts";
import { comparison, expectation, fillMarks, type Mark, markIn } from "./marks.ts";

/** A card as its template needs it. */
export interface Shown {
  type: NoteType;
  note: Note;
  ord: number;
  /** Name of its deck. */
  deck: string;
  flag: number;
}

/** Which files there are, by name or by the URL from which they were fetched. */
export type Files = Pick<ReadonlyMap<string, unknown>, "has">;

export interface Sides {
  question: Page;
  answer: Page;
  /** What the card asks for, if for more than to be thought of. */
  mark: Mark | null;
  problems: Rendered["problems"];
}

/** Both sides as HTML, not to be trusted. */
export interface Written {
  question: string;
  answer: string;
  /** What the card asks for, if for more than to be thought of. */
  mark: Mark | null;
  problems: Rendered["problems"];
}

/** Renders both sides; `typed` is compared with what was expected where the answer has a place for it. */
export function write(shown: Shown, typed = ""): Written {
  const { question, answer, problems } = render({ ...shown, toHtml: markdownToHtml });
  const mark = markIn(question);
  return { question, answer: fillMarks(answer, mark ? answered(shown, mark, typed) : ""), mark, problems };
}

/** One side as a page that cannot bite. */
export function pageOf(
  { type }: Shown,
  { question, answer }: Written,
  side: "question" | "answer",
  files: Files,
  typesetting?: Typesetting,
): Page {
  const has = (name: string) => files.has(name);
  const common = { css: type.css, typesetting, known: has, fetched: has };
  return side === "question" ? page({ html: question, ...common }) : page({ html: answer, front: question, ...common });
}

function answered({ type, note, ord }: Shown, mark: Mark, typed: string): string {
  if (mark.kind === "choice") {
    const right = fieldNamed(type, note, mark.field);
    return type.format === "html" ? right : markdownToHtml(right);
  }
  const expected = expectedAnswer(type, note, ord) ?? "";
  return typed.trim() === "" ? expectation(accepted(expected)) : comparison(checkTyped(typed, expected));
}

/** The text of the field of that name; "" if there is none. */
export function fieldNamed(type: NoteType, note: Note, name: string): string {
  const field = type.fields.find((each) => each.name === name);
  return field ? (note.fields[field.id] ?? "") : "";
}

interface Made {
  shown: Shown;
  /** Every question about files, and its answer then. */
  asked: Map<string, boolean>;
  sides: Sides;
}

const known = new WeakMap<Note, Made[]>();
/** Cards of one note that are remembered at once: those that a session may show together. */
const most = 4;

/** The pages of both sides, without formulas drawn; remembered as long as the note, its type, its deck and the files it names are the same. */
export function sidesOf(shown: Shown, files: Files): Sides {
  const made = known.get(shown.note) ?? [];
  const before = made.find((each) => sameCard(each.shown, shown) && stillSo(each, files));
  if (before) return before.sides;
  const asked = new Map<string, boolean>();
  const witness: Files = {
    has(name) {
      const is = files.has(name);
      asked.set(name, is);
      return is;
    },
  };
  const written = write(shown);
  const pages = {
    question: pageOf(shown, written, "question", witness),
    answer: pageOf(shown, written, "answer", witness),
  };
  const sides = { ...pages, mark: written.mark, problems: written.problems };
  const others = made.filter((each) => each.shown.ord !== shown.ord);
  known.set(shown.note, [{ shown, asked, sides }, ...others].slice(0, most));
  return sides;
}

const sameCard = (a: Shown, b: Shown): boolean =>
  a.type === b.type && a.ord === b.ord && a.deck === b.deck && a.flag === b.flag;

const stillSo = ({ asked }: Made, files: Files): boolean => [...asked].every(([name, is]) => files.has(name) === is);
