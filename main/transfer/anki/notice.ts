import type { AnkiCollection } from "../../core/codec/anki/collection.ts";
import { sha1 } from "../../core/html/sha1.ts";
import { writeJson } from "./json.ts";

const say =
  "This deck was made for a newer version of Anki. Please update Anki, delete this deck, and import the file again.";

/** What an Anki before 2.1 finds in a package that it cannot read: one note that says so. `now` is in epoch milliseconds. */
export function notice(now: number): AnkiCollection {
  const seconds = Math.trunc(now / 1000);
  const head = { mod: seconds, usn: -1 };
  const part = { name: "", ord: 0, font: "Arial", size: 20, sticky: false, rtl: false, media: [] };
  const type = {
    ...{
      id: now,
      name: "Notice",
      type: 0,
      ...head,
      sortf: 0,
      did: 1,
      css: "",
      latexPre: "",
      latexPost: "",
      tags: [],
      vers: [],
    },
    flds: [
      { ...part, name: "Front" },
      { ...part, name: "Back", ord: 1 },
    ],
    tmpls: [{ name: "Card 1", ord: 0, qfmt: "{{Front}}", afmt: "{{Front}}", bqfmt: "", bafmt: "", did: null }],
    req: [[0, "all", [0]]],
  };
  const today = { lrnToday: [0, 0], revToday: [0, 0], newToday: [0, 0], timeToday: [0, 0] };
  const deck = {
    id: 1,
    name: "Default",
    ...head,
    ...today,
    collapsed: false,
    desc: "",
    dyn: 0,
    conf: 1,
    extendNew: 0,
    extendRev: 0,
  };
  const preset = {
    ...{ id: 1, name: "Default", ...head, maxTaken: 60, autoplay: true, timer: 0, replayq: true },
    new: { delays: [1, 10], ints: [1, 4, 7], initialFactor: 2500, order: 1, perDay: 20, bury: false, separate: true },
    rev: { perDay: 200, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36500, minSpace: 1, bury: false },
    lapse: { delays: [10], mult: 0, minInt: 1, leechFails: 8, leechAction: 0 },
  };
  const conf = {
    curDeck: 1,
    activeDecks: [1],
    curModel: String(now),
    nextPos: 2,
    schedVer: 1,
    sortType: "noteFld",
    sortBackwards: false,
  };
  const more = { newSpread: 0, timeLim: 0, collapseTime: 1200, estTimes: true, dueCounts: true, addToCur: true };
  const csum = Number.parseInt(sha1(say).slice(0, 8), 16);
  const note = {
    id: now,
    guid: "mneme-notice",
    mid: now,
    ...head,
    tags: "",
    flds: `${say}\x1f`,
    sfld: say,
    csum,
    flags: 0,
    data: "",
  };
  const places = { id: now, nid: now, did: 1, ord: 0, ...head, type: 0, queue: 0, due: 1 };
  const card = { ...places, ivl: 0, factor: 0, reps: 0, lapses: 0, left: 0, odue: 0, odid: 0, flags: 0, data: "" };
  return {
    schema: 11,
    col: {
      ...{ crt: seconds - (seconds % 86_400), mod: now, scm: now, ver: 11, dty: 0, usn: 0, ls: 0 },
      ...{ conf: writeJson({ ...conf, ...more }), models: writeJson({ [now]: type }), decks: writeJson({ 1: deck }) },
      ...{ dconf: writeJson({ 1: preset }), tags: "{}" },
    },
    notes: [note],
    cards: [card],
    revlog: [],
    graves: [],
  };
}
