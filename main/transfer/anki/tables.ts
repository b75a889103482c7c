// The tables of an Anki collection, as far as every reader of them needs.

const integers = (names: string) => names.split(" ").map((name) => `${name} integer NOT NULL`);
const texts = (names: string) => names.split(" ").map((name) => `${name} text NOT NULL`);
const create = (table: string, columns: readonly string[], after = "") =>
  `CREATE TABLE ${table} (${columns.join(", ")})${after}`;

const key = "id integer PRIMARY KEY";
const named = "name text NOT NULL COLLATE unicase";
const stamped = integers("mtime_secs usn");
const config = "config blob NOT NULL";

/** Those that all schemas have. */
export const commonTables: readonly string[] = [
  create("col", [key, ...integers("crt mod scm ver dty usn ls"), ...texts("conf models decks dconf tags")]),
  create("notes", [
    ...[key, ...texts("guid"), ...integers("mid mod usn"), ...texts("tags flds")],
    // Whole numbers in a sort field are to sort as numbers.
    ...[...integers("sfld csum flags"), ...texts("data")],
  ]),
  create("cards", [
    ...[key, ...integers("nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags")],
    ...texts("data"),
  ]),
  create("revlog", [key, ...integers("cid usn ease ivl lastIvl factor time type")]),
];

export const commonIndexes: readonly string[] = [
  "CREATE INDEX ix_notes_usn ON notes (usn)",
  "CREATE INDEX ix_cards_usn ON cards (usn)",
  "CREATE INDEX ix_revlog_usn ON revlog (usn)",
  "CREATE INDEX ix_cards_nid ON cards (nid)",
  "CREATE INDEX ix_cards_sched ON cards (did, queue, due)",
  "CREATE INDEX ix_revlog_cid ON revlog (cid)",
  "CREATE INDEX ix_notes_csum ON notes (csum)",
];

export const oldTables: readonly string[] = [create("graves", integers("usn oid type"))];

const rowless = " WITHOUT ROWID";

export const newTables: readonly string[] = [
  create("graves", [...integers("oid type usn"), "PRIMARY KEY (oid, type)"], rowless),
  create("config", ["KEY text NOT NULL PRIMARY KEY", ...integers("usn mtime_secs"), "val blob NOT NULL"], rowless),
  create("deck_config", [`${key} NOT NULL`, named, ...stamped, config]),
  create("notetypes", [`${key} NOT NULL`, named, ...stamped, config]),
  create("fields", [...integers("ntid ord"), named, config, "PRIMARY KEY (ntid, ord)"], rowless),
  create("templates", [...integers("ntid ord"), named, ...stamped, config, "PRIMARY KEY (ntid, ord)"], rowless),
  create("decks", [`${key} NOT NULL`, named, ...stamped, "common blob NOT NULL", "kind blob NOT NULL"]),
  create(
    "tags",
    [
      "tag text NOT NULL PRIMARY KEY COLLATE unicase",
      ...integers("usn"),
      "collapsed boolean NOT NULL",
      "config blob NULL",
    ],
    rowless,
  ),
];

export const newIndexes: readonly string[] = [
  "CREATE INDEX idx_notes_mid ON notes (mid)",
  "CREATE INDEX idx_cards_odid ON cards (odid) WHERE odid != 0",
  "CREATE INDEX idx_graves_pending ON graves (usn)",
  "CREATE INDEX idx_templates_usn ON templates (usn)",
  "CREATE INDEX idx_notetypes_usn ON notetypes (usn)",
];

/** Sorted by a collation that only Anki knows: they are written by hand (schema18/sorted.ts). */
export const sortedIndexes: readonly string[] = [
  "CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid)",
  "CREATE UNIQUE INDEX idx_templates_name_ntid ON templates (name, ntid)",
  "CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name)",
  "CREATE UNIQUE INDEX idx_decks_name ON decks (name)",
];
