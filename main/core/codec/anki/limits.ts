// What a deck of Anki's says otherwise than its preset: limits, those of one day, and desired retention in per cent.
import type { Deck } from "../../../contract/shapes.ts";
import { isObject, type Json, numberOf } from "./json.ts";
import type { Patch } from "./patch.ts";

export type OwnLimits = Pick<Deck, "desiredRetention" | "newPerDay" | "reviewsPerDay" | "today">;

const most = 9_999;

/** `creation`: the study day from which the collection counts its days. */
export function readLimits(raw: Json, creation: number): OwnLimits {
  const limits: OwnLimits = {};
  const newPerDay = limitOf(raw.newLimit);
  const reviewsPerDay = limitOf(raw.reviewLimit);
  const share = numberOf(raw.desiredRetention, 0) / 100;
  if (newPerDay !== null) limits.newPerDay = newPerDay;
  if (reviewsPerDay !== null) limits.reviewsPerDay = reviewsPerDay;
  if (share >= 0.7 && share <= 0.99) limits.desiredRetention = share;
  const today = readToday(raw, creation);
  return today ? { ...limits, today } : limits;
}

/** Each of Anki's two has a day of its own; the later one counts. */
function readToday(raw: Json, creation: number): Deck["today"] | null {
  const fresh = dayLimit(raw.newLimitToday);
  const reviews = dayLimit(raw.reviewLimitToday);
  const day = Math.max(fresh?.day ?? -1, reviews?.day ?? -1);
  if (day < 0) return null;
  return {
    day: creation + day,
    ...(fresh?.day === day && { newPerDay: fresh.limit }),
    ...(reviews?.day === day && { reviewsPerDay: reviews.limit }),
  };
}

function dayLimit(value: unknown): { day: number; limit: number } | null {
  if (!isObject(value)) return null;
  const limit = limitOf(value.limit ?? 0);
  const day = numberOf(value.today, 0);
  return limit === null || !Number.isInteger(day) || day < 0 || day > 100_000 ? null : { day, limit };
}

function limitOf(value: unknown): number | null {
  const limit = numberOf(value, -1);
  return limit < 0 ? null : Math.min(Math.round(limit), most);
}

/** Writes them where they are others than were read. */
export function putLimits(next: Patch, was: OwnLimits, is: OwnLimits, creation: number): void {
  const share = (limits: OwnLimits) =>
    limits.desiredRetention === undefined ? null : Math.round(limits.desiredRetention * 100);
  next.put("newLimit", was.newPerDay ?? null, is.newPerDay ?? null, is.newPerDay ?? null);
  next.put("reviewLimit", was.reviewsPerDay ?? null, is.reviewsPerDay ?? null, is.reviewsPerDay ?? null);
  next.put("desiredRetention", share(was), share(is), share(is));
  const today = (limits: OwnLimits, name: "newPerDay" | "reviewsPerDay") =>
    limits.today?.[name] === undefined ? null : [limits.today[name], limits.today.day];
  for (const [key, name] of [
    ["newLimitToday", "newPerDay"],
    ["reviewLimitToday", "reviewsPerDay"],
  ] as const) {
    const limit = today(is, name);
    next.put(
      key,
      today(was, name),
      limit,
      limit && { limit: limit[0], today: Math.max(0, (limit[1] ?? 0) - creation) },
    );
  }
}
