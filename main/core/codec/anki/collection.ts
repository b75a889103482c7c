// An Anki collection as rows and texts, whichever of its files it was read from. What it says is read by toParcel.ts.

/** Columns of the table `notes`, with their names. Text is as it stands there. */
export interface AnkiNote {
  id: number;
  guid: string;
  mid: number;
  mod: number;
  usn: number;
  tags: string;
  flds: string;
  /** An integer or a text, whichever SQLite made of it. */
  sfld: string | number;
  csum: number;
  flags: number;
  data: string;
}

/** Columns of `cards`. */
export interface AnkiCard {
  id: number;
  nid: number;
  did: number;
  ord: number;
  mod: number;
  usn: number;
  type: number;
  queue: number;
  due: number;
  ivl: number;
  factor: number;
  reps: number;
  lapses: number;
  left: number;
  odue: number;
  odid: number;
  flags: number;
  data: string;
}

/** Columns of `revlog`. */
export interface AnkiReview {
  id: number;
  cid: number;
  usn: number;
  ease: number;
  ivl: number;
  lastIvl: number;
  factor: number;
  time: number;
  type: number;
}

/** A row of `graves`: what was deleted since the last sync. */
export interface AnkiGrave {
  usn: number;
  oid: number;
  type: number;
}

/** The one row of `col`. The texts are JSON as schema 11 has it; of newer schemas they are made from their tables. */
export interface AnkiCol {
  crt: number;
  mod: number;
  scm: number;
  ver: number;
  dty: number;
  usn: number;
  ls: number;
  conf: string;
  models: string;
  decks: string;
  dconf: string;
  tags: string;
}

export interface AnkiCollection {
  /** Of the file: 11, or 14..18. `col.ver` is 11 in any case. */
  schema: number;
  col: AnkiCol;
  notes: AnkiNote[];
  cards: AnkiCard[];
  revlog: AnkiReview[];
  graves: AnkiGrave[];
}
