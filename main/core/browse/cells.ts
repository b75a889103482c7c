import type { Cell, Column } from "../../contract/browse.ts";
import type { Card } from "../../contract/shapes.ts";
import { deckOfCard, presetOf } from "../collection.ts";
import { title } from "../note/cards.ts";
import { studyDay } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";
import { recallAt } from "../schedule/schedule.ts";
import { entryOf } from "../search/entries.ts";
import { answerText } from "./answerText.ts";
import { cardName, sortPlace } from "./names.ts";
import { startOfDay } from "./startOfDay.ts";
import type { Subject } from "./subject.ts";

const none: Cell = { kind: "none" };
const text = (words: string): Cell => (words === "" ? none : { kind: "text", text: words });

/** One cell. A note says what Anki's does: sums of reviews and lapses, the mean interval, the next date of its cards. */
export function cellOf(subject: Subject, column: Column): Cell {
  const { collection, note, type, cards, mode } = subject;
  const [first] = cards;
  switch (column) {
    case "question":
      return first ? text(title(collection, note, first.ord)) : none;
    case "answer":
      return first ? text(answerText(collection, note, first.ord)) : none;
    case "sortField":
      return text(entryOf(collection, note).text.shown[sortPlace(type)] ?? "");
    case "card":
      return mode === "notes" ? { kind: "count", n: cards.length } : text(cardName(type, first?.ord ?? 0));
    case "deck":
      return text([...new Set(cards.map(({ ord }) => deckOfCard(collection, note, ord)?.name ?? ""))].join(", "));
    case "due":
      return due(subject);
    case "interval":
      return mean(
        cards.filter(({ phase }) => phase === "review" || phase === "relearning").map((card) => card.interval),
      );
    case "ease":
      return none; // FSRS has none
    case "lapses":
      return { kind: "count", n: sum(cards.map(({ lapses }) => lapses)) };
    case "reviews":
      return { kind: "count", n: sum(cards.map(({ reps }) => reps)) };
    case "created":
      return { kind: "instant", at: note.created };
    case "cardModified":
      return lastAnswer(cards);
    case "noteModified":
      return { kind: "instant", at: note.modified };
    case "noteType":
      return text(type.name);
    case "tags":
      return text(note.tags.join(" "));
    case "position":
      return cards.some(({ phase }) => phase === "new") ? { kind: "position", n: note.position } : none;
    default:
      return first && first.phase !== "new" ? memory(subject, first, column) : none;
  }
}

function memory({ collection, note, now }: Subject, card: Card, column: Column): Cell {
  if (column === "stability") return { kind: "days", n: card.stability };
  if (column === "difficulty") return { kind: "share", n: (card.difficulty - 1) / 9 };
  const preset = presetOf(collection, deckOfCard(collection, note, card.ord)?.preset ?? "");
  return { kind: "share", n: recallAt(card, preset, now.ms) };
}

/** A card changes when it is answered. */
function lastAnswer(cards: readonly Card[]): Cell {
  const at = Math.max(0, ...cards.map(({ last }) => last));
  return at > 0 ? { kind: "instant", at } : none;
}

function due({ mode, note, cards, now }: Subject): Cell {
  const [first] = cards;
  if (mode === "cards" && first)
    return first.phase === "new" ? { kind: "position", n: note.position } : dueOf(first, now);
  const today = studyDay(now.ms, now.calendar);
  const [soonest] = cards
    .filter((card) => card.phase !== "new" && !card.suspended && card.buried !== today)
    .map((card) => ({ card, at: card.due ?? startOfDay(card.day, now) }))
    .sort((a, b) => a.at - b.at);
  return soonest ? dueOf(soonest.card, now) : none;
}

const dueOf = (card: Card, now: Moment): Cell =>
  card.due === null ? { kind: "day", at: startOfDay(card.day, now) } : { kind: "instant", at: card.due };

function mean(days: readonly number[]): Cell {
  return days.length === 0 ? none : { kind: "days", n: Math.round(sum(days) / days.length) };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
