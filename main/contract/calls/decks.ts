import * as v from "valibot";
import type { DeckView, ExportView, ImportView } from "../views.ts";
import { bytes, file, id, line, takes } from "./schemas.ts";

/** Decks, and the way in and out. */
export const deckCalls = {
  decks: takes({}).returns<DeckView[]>(),
  /** `text` may be the bytes of a file: then its encoding is found out, or refused. */
  importDeck: takes({ name: line, text: v.union([file, bytes]) }).returns<ImportView>(),
  exportDeck: takes({ deck: id }).returns<ExportView>(),
};
