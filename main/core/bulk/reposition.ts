import type { Records } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { hash } from "../schedule/random.ts";
import { type Chosen, noteRecords } from "./chosen.ts";

/**
 * Gives the notes of chosen new cards places from `start` on, in the order that they have, or in a random one that `seed`
 * decides. With `shift`, notes that stand there already make room.
 */
export function reposition(
  collection: Collection,
  { cards, notes }: Chosen,
  { start, step, random, shift }: { start: number; step: number; random: boolean; shift: boolean },
  seed: number,
): Records {
  const fresh = new Set(cards.filter(({ phase }) => phase === "new").map(({ note }) => note));
  const order = notes.filter(({ id }) => fresh.has(id));
  if (random) {
    const keys = new Map(order.map((note) => [note, hash(note.id, seed >>> 0)]));
    order.sort((a, b) => (keys.get(a) as number) - (keys.get(b) as number));
  } else order.sort((a, b) => a.position - b.position);
  const places = new Map(order.map((note, i) => [note, start + i * step]));
  if (shift && order.length > 0)
    for (const note of collection.notes.values())
      if (!places.has(note) && note.position >= start) places.set(note, note.position + order.length * step);
  return noteRecords([...places.keys()], (note) => {
    const position = places.get(note) as number;
    return note.position === position ? note : { ...note, position };
  });
}
