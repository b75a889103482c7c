import * as v from "valibot";
import type { DeckView, ImportView } from "../views.ts";
import { bytes, file, line, takes } from "./schemas.ts";

/** Decks, and the short way in for a deck in plain text, without a rehearsal. */
export const deckCalls = {
  decks: takes({}).returns<DeckView[]>(),
  /** `text` may be the bytes of a file: then its encoding is found out, or refused. */
  importDeck: takes({ name: line, text: v.union([file, bytes]) }).returns<ImportView>(),
};
