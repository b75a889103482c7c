// A collection as both programs are given it, from a seed: notes of three types in HTML, cards in every state, answers.
import type { Card, Grade, Note, NoteType } from "../../main/contract/shapes.ts";
import {
  type Collection,
  defaultPreset,
  defaultSettings,
  emptyCollection,
  newCard,
} from "../../main/core/collection.ts";
import { ordinals } from "../../main/core/note/cards.ts";
import { stockTypes } from "../../main/core/note/stockTypes.ts";
import { startOf, studyDay } from "../../main/core/schedule/day.ts";
import type { Moment } from "../../main/core/schedule/moment.ts";
import { pack, type ReviewLog } from "../../main/core/search/reviewLog.ts";
import { deck } from "../core/collections.ts";

export const day = 86_400_000;

/** Numbers that look random and are always the same. */
export function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    below: (n: number) => Math.floor(next() * n),
    one: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T,
    chance: (p: number) => next() < p,
  };
}
export type Dice = ReturnType<typeof dice>;

const made = (id: string, name: string, fields: string[], templates: [string, string][], cloze = false): NoteType => ({
  ...stockTypes.basic,
  id,
  name,
  kind: cloze ? "cloze" : "standard",
  format: "html",
  stock: null,
  sort: fields[0] ?? "",
  fields: fields.map((field) => ({
    ...(stockTypes.basic.fields[0] as NoteType["fields"][0]),
    id: field,
    name: field,
    unsearched: field === "Private",
  })),
  templates: templates.map(([name, front], ord) => ({ ord, name, front, back: front, listFront: "", listBack: "" })),
});

const types = [
  made("t1", "Word", ["Front", "Back"], [["Card 1", "{{Front}}"]]),
  made(
    "t2",
    "Two ways",
    ["Term", "Meaning", "Private"],
    [
      ["Forward", "{{Term}}"],
      ["Backward", "{{Meaning}}"],
    ],
  ),
  made("t3", "Gaps", ["Text", "Front Note"], [["Cloze", "{{cloze:Text}}"]], true),
];

export const words = [
  "dog",
  "Cat",
  "catalogue",
  "river",
  "two words",
  "été",
  "ÉTÉ",
  "Straße",
  "привет",
  "Привет",
  "汉字",
  "नमस्ते",
  "a_b",
  "5*3",
  "100%",
  "mother-in-law",
  "12",
  "naïve",
];
const wrapped = [
  (w: string) => w,
  (w: string) => w,
  (w: string) => `<b>${w}</b>`,
  (w: string) => `<div>${w}</div>`,
  (w: string) => `${w}<br>`,
  (w: string) => `${w}&amp;`,
  (w: string) => `<img src="${w}.png">`,
];
export const decks = ["French", "French::Verbs", "French::Verbs::10", "Maths", "Math_s x"];
export const tags = ["easy", "hard::one", "hard::two", "Été", "x_y"];

function text(roll: Dice, most: number): string {
  return Array.from({ length: 1 + roll.below(most) }, () => roll.one(wrapped)(roll.one(words))).join(" ");
}

function cloze(roll: Dice): string {
  const gap = (n: number) => `{{c${n}::${roll.one(words)}${roll.chance(0.3) ? "::hint" : ""}}}`;
  return `${text(roll, 2)} ${gap(1)} ${roll.one(words)}${roll.chance(0.5) ? ` ${gap(2)}` : ""}`;
}

export interface AnkiCard {
  ord: number;
  type: number;
  queue: number;
  due: number;
  byDay: boolean;
  ivl: number;
  reps: number;
  lapses: number;
  flag: number;
  data: { s: number; d: number; lrt: number; decay: number } | null;
  reviews: [number, Grade][];
}

export interface Both {
  mneme: Collection;
  log: ReviewLog;
  anki: { crt: number; types: unknown[]; notes: { cards: AnkiCard[]; created: number }[]; current: string };
}

export function build(seed: number, count: number, now: Moment): Both {
  const roll = dice(seed);
  const mneme = emptyCollection();
  mneme.settings.set("settings", defaultSettings);
  mneme.presets.set("default", defaultPreset);
  for (const type of types) mneme.noteTypes.set(type.id, type);
  for (const name of decks) mneme.decks.set(`d:${name}`, deck(name));
  const log: ReviewLog = new Map();
  const notes = Array.from({ length: count }, (_, i) => {
    const type = roll.one(types);
    const values =
      type.id === "t3" ? [cloze(roll), text(roll, 2)] : type.fields.map(() => (roll.chance(0.15) ? "" : text(roll, 3)));
    if (values[0] === "") values[0] = "x";
    const created = now.ms - roll.below(40) * day - roll.below(day) - i * 10;
    const note: Note = {
      id: `n${i}`,
      type: type.id,
      deck: `d:${roll.one(decks)}`,
      fields: Object.fromEntries(type.fields.map(({ id }, at) => [id, values[at] ?? ""])),
      tags: tags.filter(() => roll.chance(0.2)),
      position: i,
      created: Math.floor(created),
      modified: Math.floor((now.ms - roll.below(20) * day) / 1_000) * 1_000,
    };
    mneme.notes.set(note.id, note);
    const cards = ordinals(mneme, note).map((ord) => card(roll, mneme, log, note, ord, now));
    return {
      type: type.id,
      deck: note.deck.slice(2),
      fields: values,
      tags: note.tags,
      created: note.created,
      modified: note.modified,
      cards,
    };
  });
  const start = startOf(studyDay(now.ms, now.calendar) - 400, now.calendar);
  const ankiTypes = types.map(({ id, name, kind, fields, templates }) => ({
    id,
    name,
    cloze: kind === "cloze",
    fields,
    templates,
  }));
  return { mneme, log, anki: { crt: start / 1_000, types: ankiTypes, notes, current: "French::Verbs" } };
}

function card(roll: Dice, mneme: Collection, log: ReviewLog, note: Note, ord: number, now: Moment): AnkiCard {
  const today = studyDay(now.ms, now.calendar);
  const phase = roll.one(["new", "learning", "review", "review", "review", "relearning"] as const);
  const suspended = roll.chance(0.1);
  const buried = !suspended && phase !== "new" && roll.chance(0.1) ? today : null;
  const flag = roll.chance(0.3) ? 1 + roll.below(7) : 0;
  const sibling = buried !== null && roll.chance(0.5);
  const own: Card = {
    ...newCard(note.id, ord),
    phase,
    suspended,
    buried,
    flag,
    ...(sibling && { buriedAsSibling: true }),
  };
  const reviews: [number, Grade][] = [];
  let due = note.position;
  const byStep = phase === "learning" || phase === "relearning";
  const byDay = phase !== "new" && !(byStep && roll.chance(0.7));
  if (phase !== "new") {
    let at = now.ms - roll.below(5) * day - 60_000 - roll.below(day / 2);
    for (let i = roll.below(5); i >= 0; i--) {
      reviews.unshift([Math.floor(at) + ord, roll.one([1, 2, 3, 4] as const)]);
      at -= (1 + roll.below(12)) * day;
    }
    Object.assign(own, {
      last: Math.floor((reviews.at(-1)?.[0] ?? 0) / 1_000) * 1_000,
      reps: reviews.length,
      lapses: roll.below(4),
      interval: phase === "review" ? 1 + roll.below(60) : 0,
      stability: 1 + roll.below(2_000) / 10,
      difficulty: 1 + roll.below(90) / 10,
    });
    if (byDay) {
      due = roll.below(12) - 5;
      own.day = today + due;
    } else {
      // Not at the edge of what may be shown early, for the other program asks a few seconds later.
      const wait = roll.below(4_000) - 2_000;
      due = Math.floor(now.ms / 1_000) + (wait > 1_140 && wait < 1_300 ? 600 : wait);
      own.due = due * 1_000;
      own.day = today;
    }
    log.set(
      own.id,
      reviews.map(([at, grade]) => pack(at, grade)),
    );
  }
  mneme.cards.set(own.id, own);
  const kinds = { new: 0, learning: 1, review: 2, relearning: 3 };
  const queue = suspended
    ? -1
    : buried !== null
      ? sibling
        ? -2
        : -3
      : phase === "new"
        ? 0
        : phase === "review"
          ? 2
          : byDay
            ? 3
            : 1;
  const { stability, difficulty, last, interval, reps, lapses } = own;
  const data = phase === "new" ? null : { s: stability, d: difficulty, lrt: last / 1_000, decay: 0.1542 };
  return { ord, type: kinds[phase], queue, due, byDay, ivl: interval, reps, lapses, flag, data, reviews };
}
