import { type Collection, follow } from "../collection.ts";
import { studyDay } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";

interface Kept<T> {
  key: string;
  settings: unknown;
  value: T;
}

/** What follows from the collection and the study day alone, kept until either changes. */
export function remembered<T>(
  derive: (collection: Collection, now: Moment) => T,
): (collection: Collection, now: Moment) => T {
  const kept = new WeakMap<Collection, { latest: Kept<T> | null }>();
  return (collection, now) => {
    const place = kept.get(collection) ?? { latest: null };
    if (!kept.has(collection)) {
      kept.set(collection, place);
      follow(collection, () => {
        place.latest = null;
      });
    }
    const { notes, cards, days, reviews, presets } = collection;
    const sizes = [notes, cards, days, reviews, presets].map(({ size }) => size);
    const key = `${studyDay(now.ms, now.calendar)} ${sizes.join(" ")}`;
    const settings = collection.settings.get("settings");
    if (place.latest?.key === key && place.latest.settings === settings) return place.latest.value;
    const value = derive(collection, now);
    place.latest = { key, settings, value };
    return value;
  };
}
