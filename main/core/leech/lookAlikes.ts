import type { LookAlike } from "../../contract/clinic.ts";
import type { Note } from "../../contract/shapes.ts";
import { answerText } from "../browse/answerText.ts";
import { type Collection, cardId, cardOf } from "../collection.ts";
import { ordinals, title } from "../note/cards.ts";
import { entryOf } from "../search/entries.ts";

/** How many are shown: enough to see what is confused with what. */
const most = 4;
/** Share of trigrams in common (Jaccard) from which two questions, and two answers, may be taken for each other. */
const least = { question: 0.4, answer: 0.6 };
/** Shorter answers are shared by chance. */
const shortest = 6;
interface Two {
  question: number;
  answer: number;
}

/**
 * Cards of other notes whose question or answer is written much like that of a note, the most alike first. Interference is what makes most
 * leeches (Wozniak, 20 rules, rule 11).
 */
export function lookAlikes(collection: Collection, note: Note): LookAlike[] {
  const own = sidesOf(collection, note);
  const like = { question: likeness(own.question), answer: likeness(own.answer) };
  const near: { other: Note; shares: Two }[] = [];
  for (const other of collection.notes.values()) {
    if (other.id === note.id) continue;
    const sides = sidesOf(collection, other);
    const shares = { question: like.question(sides.question), answer: like.answer(sides.answer) };
    if (shares.question >= least.question || shares.answer >= least.answer) near.push({ other, shares });
  }
  return near
    .sort((a, b) => greater(b.shares) - greater(a.shares) || a.other.position - b.other.position)
    .slice(0, most)
    .map(({ other, shares }) => view(collection, other, shares));
}

const greater = ({ question, answer }: Two) => Math.max(question / least.question, answer / least.answer);

function view(collection: Collection, note: Note, { question, answer }: Two): LookAlike {
  const ord = ordinals(collection, note)[0] ?? 0;
  const both = question >= least.question && answer >= least.answer;
  return {
    card: cardId(note.id, ord),
    note: note.id,
    question: title(collection, note, ord),
    answer: answerText(collection, note, ord),
    lapses: lapsesOf(collection, note),
    alike: both ? "both" : question >= least.question ? "question" : "answer",
  };
}

const lapsesOf = (collection: Collection, note: Note): number =>
  ordinals(collection, note).reduce((sum, ord) => sum + cardOf(collection, note.id, ord).lapses, 0);

interface Sides {
  question: string;
  answer: string;
}

/** The first field, which asks in most types, and the one after it; of a cloze its text is both. */
function sidesOf(collection: Collection, note: Note): Sides {
  const [question = "", answer = ""] = entryOf(collection, note).bare;
  return { question, answer: answer.length < shortest ? "" : answer };
}

/** Longer texts are compared by their beginnings. */
const longest = 500;
const slots = 1 << 16;

/**
 * How alike texts are to this one, 0..1. Trigrams are marks in a table of their hashes, so 100,000 texts take the time of a blink; two in a
 * hundred thousand share a place, which changes nothing that a person would see.
 */
function likeness(text: string): (other: string) => number {
  const own = new Uint32Array(slots);
  const met = new Uint32Array(slots);
  let size = 0;
  let round = 0;
  eachTrigram(text, (slot) => {
    if (own[slot] === 0) size++;
    own[slot] = 1;
  });
  return (other) => {
    if (size === 0 || other === "") return 0;
    round++;
    let all = 0;
    let shared = 0;
    eachTrigram(other, (slot) => {
      if (met[slot] === round) return;
      met[slot] = round;
      all++;
      shared += own[slot] as number;
    });
    return shared / (size + all - shared);
  };
}

function eachTrigram(text: string, take: (slot: number) => void): void {
  if (text === "") return;
  const padded = `  ${text.slice(0, longest)} `;
  for (let i = 0; i + 3 <= padded.length; i++) {
    const mixed = Math.imul(Math.imul(padded.charCodeAt(i), 0x9e3779b1) ^ padded.charCodeAt(i + 1), 0x85ebca6b);
    take((mixed ^ (mixed >>> 15) ^ Math.imul(padded.charCodeAt(i + 2), 0xc2b2ae35)) & (slots - 1));
  }
}
