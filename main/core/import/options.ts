import type { ImportOptions } from "../../contract/transfer.ts";
import type { Collection } from "../collection.ts";
import type { Parcel } from "../parcel/parcel.ts";

/**
 * How a parcel comes in if nobody says otherwise: as in Anki, but that changes on both sides are merged. Presets come with a whole
 * collection, which is the person's own, and not with a deck of somebody else.
 */
export const defaultOptions = (_: Collection, parcel: Pick<Parcel, "whole" | "wish" | "table">): ImportOptions => ({
  deck: null,
  notes: "newer",
  noteTypes: "newer",
  mergeTypes: false,
  schedule: "mine",
  presets: parcel.whole,
  conflicts: "mine",
  duplicates: false,
  text: parcel.table?.options ?? null,
  ...parcel.wish,
});
