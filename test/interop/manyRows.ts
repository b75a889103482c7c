import { checksumOf } from "../../main/core/codec/anki/checksum.ts";
import type { AnkiCard, AnkiCollection, AnkiNote, AnkiReview } from "../../main/core/codec/anki/collection.ts";

const DAY = 86_400_000;

/** A collection of so many notes with a card each, every one answered so often. */
export function manyRows(count: number, answers: number): AnkiCollection {
  const began = Date.UTC(2024, 0, 1, 4);
  const notes: AnkiNote[] = [];
  const cards: AnkiCard[] = [];
  const revlog: AnkiReview[] = [];
  for (let i = 0; i < count; i++) {
    const id = began + i * 1_000;
    const front = `front ${i} <i>ä日本</i>`;
    notes.push({
      ...{
        id,
        guid: `many-${i}`,
        mid: 1_500_000_000_007,
        mod: Math.floor(id / 1_000),
        usn: -1,
        flds: `${front}\u001fback ${i}`,
      },
      ...{ tags: i % 2 === 0 ? " even " : "", sfld: `front ${i} ä日本`, csum: checksumOf(front), flags: 0, data: "" },
    });
    for (let n = 0; n < answers; n++) {
      const at = id + (n + 1) * 20 * DAY;
      const type = n === 0 ? 0 : 1;
      const ease = ((i + n) % 4) + 1;
      revlog.push({
        ...{ id: at, cid: id, usn: -1, ease, ivl: 20, lastIvl: n === 0 ? 0 : 20 },
        factor: 100 + i,
        time: 900 + n,
        type,
      });
    }
    const last = Math.floor((id + answers * 20 * DAY) / 1_000);
    cards.push({
      ...{
        id,
        nid: id,
        did: 1_500_000_000_008,
        ord: 0,
        mod: last,
        usn: -1,
        type: 2,
        queue: 2,
        due: 220 + (i % 500),
        ivl: 20,
      },
      ...{ factor: 2_500, reps: answers, lapses: 1, left: 0, odue: 0, odid: 0, flags: i % 8 },
      data: `{"pos":${i},"s":${1 + i / 8}${i % 8 === 0 ? ".0" : ""},"d":5.5,"dr":0.9,"decay":0.154,"lrt":${last}}`,
    });
  }
  revlog.sort((a, b) => a.id - b.id);
  const field = (name: string, ord: number) => ({ name, ord, font: "Arial", size: 20, sticky: false, rtl: false });
  const model = {
    ...{
      id: 1_500_000_000_007,
      name: "Many",
      type: 0,
      mod: 5,
      usn: -1,
      sortf: 0,
      did: null,
      css: "",
      req: [[0, "any", [0]]],
    },
    ...{ latexPre: "", latexPost: "", flds: [field("Front", 0), field("Back", 1)] },
    tmpls: [{ name: "Card 1", ord: 0, qfmt: "{{Front}}", afmt: "{{Back}}", bqfmt: "", bafmt: "", did: null }],
  };
  const deck = (id: number, name: string) => ({
    ...{ id, name, mod: 5, usn: -1, desc: "", dyn: 0, conf: 1, collapsed: false, extendNew: 0, extendRev: 0 },
    ...{ newToday: [0, 0], revToday: [0, 0], lrnToday: [0, 0], timeToday: [0, 0] },
  });
  return {
    schema: 11,
    col: {
      ...{ crt: began / 1_000, mod: began, scm: began, ver: 11, dty: 0, usn: 0, ls: 0 },
      conf: JSON.stringify({ creationOffset: -60, rollover: 4, schedVer: 2, fsrs: true }),
      models: JSON.stringify({ 1500000000007: model }),
      decks: JSON.stringify({ 1: deck(1, "Default"), 1500000000008: deck(1_500_000_000_008, "Many") }),
      ...{ dconf: "{}", tags: "{}" },
    },
    ...{ notes, cards, revlog, graves: [] },
  };
}
