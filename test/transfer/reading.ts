import { createHash } from "node:crypto";
import { basename } from "node:path";
import { emptyCollection } from "../../main/core/collection.ts";
import type { Parcel } from "../../main/core/parcel/parcel.ts";
import { type Reading, standardLimits, type Writing } from "../../main/transfer/format.ts";
import { bytesOf } from "./parcels.ts";

const calendar = { zone: "UTC", rolloverHour: 4 };

/** What a reader is given, with a staging that keeps nothing but hashes. */
export function readingOf(path: string, more: Partial<Reading> = {}): Reading {
  let made = 0;
  return {
    ...{ path, name: basename(path), limits: standardLimits, collection: emptyCollection(), options: null },
    staging: {
      put: async (id, bytes) => {
        const hash = createHash("sha256").update(bytes).digest("hex");
        return { id, hash, size: bytes.length, type: "image/png", added: 5 };
      },
    },
    ...{ calendar, now: 5, newId: () => `new${++made}`, progress: () => {}, signal: new AbortController().signal },
    ...more,
  };
}

export const writingOf = (path: string, parcel: Parcel, more: Partial<Writing> = {}): Writing => ({
  path,
  media: async (hash) => bytesOf(hash),
  options: { schedule: parcel.reviews.length > 0, presets: true, media: true, older: false, html: true },
  ...{ calendar, now: 5, progress: () => {}, signal: new AbortController().signal },
  ...more,
});
