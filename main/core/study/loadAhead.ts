import { agendaOf } from "../agenda/agenda.ts";
import { waitsFor } from "../agenda/entry.ts";
import { type Collection, settingsOf } from "../collection.ts";
import type { Found } from "../lookup.ts";
import { apart, type Load } from "../schedule/balance.ts";
import { dueInPreset } from "./dueByPreset.ts";

/** Cards of a preset that are due on a study day, beside those in the collection. */
export type Besides = (preset: string, day: number) => number;

/**
 * What a card meets if it comes back in so many days after that study day: the cards of all decks that share its preset, the person's easy
 * weekdays and days off, and its siblings where the preset keeps them apart.
 */
export function loadAhead(
  collection: Collection,
  { card, note, preset }: Found,
  today: number,
  besides: Besides = () => 0,
): (days: number) => Load {
  const agenda = agendaOf(collection);
  const { daysOff } = settingsOf(collection);
  const siblings = preset.bury.reviews
    ? agenda
        .of(note.id)
        .flatMap((entry) => (entry.id !== card.id && waitsFor(entry) === "day" ? [entry.card?.day ?? 0] : []))
    : [];
  return (days) => {
    const day = today + days;
    const cards = dueInPreset(collection, preset.id, day) + besides(preset.id, day);
    const share = daysOff.includes(day) ? 0 : (preset.easyDays[weekday(day)] ?? 1);
    return { cards, share, apart: apart(day, siblings) };
  };
}

/** 0 is Monday. Study day 0 was a Thursday. */
const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;
