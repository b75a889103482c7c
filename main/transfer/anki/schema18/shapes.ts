import { type Json, listIn } from "../json.ts";
import type { Field, Kind, MessageShape } from "./message.ts";

// The numbers of Anki's messages, and the keys that schema 11 has for them.

type More = Omit<Field, "n" | "kind" | "key">;

const field = (n: number, kind: Kind, key: string, more: More = {}): Field => ({ n, kind, key, ...more });

const requirementKinds = ["none", "any", "all"];

/** Schema 11: `[template, "any", [fields]]`. */
const requirement: MessageShape = {
  fields: [field(1, "uint", "card"), field(2, "int", "kind"), field(3, "uints", "fields")],
  as: {
    to: ({ card = 0, kind = 0, fields = [] }) => [card, requirementKinds[Number(kind)] ?? "none", fields],
    from: (json) => {
      const [card = 0, kind = "none", fields = []] = listIn(json);
      return { card, kind: Math.max(0, requirementKinds.indexOf(String(kind))), fields };
    },
  },
};

export const noteTypeShape: MessageShape = {
  fields: [
    field(1, "int", "type"),
    field(2, "uint", "sortf"),
    field(3, "text", "css"),
    field(4, "long", "did"),
    field(5, "text", "latexPre"),
    field(6, "text", "latexPost"),
    field(7, "bool", "latexsvg"),
    field(8, { of: requirement, many: true }, "req"),
    field(9, "int", "originalStockKind", { absent: "omit" }),
    field(10, "long", "originalId", { absent: "omit" }),
  ],
};

export const fieldShape: MessageShape = {
  fields: [
    field(1, "bool", "sticky"),
    field(2, "bool", "rtl"),
    field(3, "text", "font"),
    field(4, "uint", "size"),
    field(5, "text", "description"),
    field(6, "bool", "plainText"),
    field(7, "bool", "collapsed"),
    field(8, "bool", "excludeFromSearch"),
    field(9, "long", "id", { absent: null }),
    field(10, "uint", "tag", { absent: null }),
    field(11, "bool", "preventDeletion"),
  ],
};

export const templateShape: MessageShape = {
  fields: [
    field(1, "text", "qfmt"),
    field(2, "text", "afmt"),
    field(3, "text", "bqfmt"),
    field(4, "text", "bafmt"),
    field(5, "long", "did"),
    field(6, "text", "bfont"),
    field(7, "uint", "bsize"),
    field(8, "long", "id", { absent: null }),
  ],
};

/** Days and amounts of schema 11 are made of `day` and the four after it (decks.ts). */
export const deckCommonShape: MessageShape = {
  fields: [
    field(1, "bool", "collapsed"),
    field(2, "bool", "browserCollapsed"),
    field(3, "uint", "today.day"),
    field(4, "int", "today.new"),
    field(5, "int", "today.rev"),
    field(6, "int", "today.lrn"),
    field(7, "int", "today.time"),
  ],
};

const dayLimit: MessageShape = { fields: [field(1, "uint", "limit"), field(2, "uint", "today")] };

export const normalDeckShape: MessageShape = {
  fields: [
    field(1, "long", "conf"),
    field(2, "uint", "extendNew"),
    field(3, "uint", "extendRev"),
    field(4, "text", "desc"),
    field(5, "bool", "md", { absent: "omit" }),
    field(6, "uint", "reviewLimit", { absent: null }),
    field(7, "uint", "newLimit", { absent: null }),
    field(8, { of: dayLimit }, "reviewLimitToday", { absent: null }),
    field(9, { of: dayLimit }, "newLimitToday", { absent: null }),
    field(10, "float", "desiredRetention", { absent: null }),
  ],
};

/** Schema 11: `[search, limit, order]`. */
const searchTerm: MessageShape = {
  fields: [field(1, "text", "search"), field(2, "uint", "limit"), field(3, "int", "order")],
  as: {
    to: ({ search = "", limit = 0, order = 0 }) => [search, limit, order],
    from: (json: Json) => {
      const [search = "", limit = 0, order = 0] = listIn(json);
      return { search, limit, order };
    },
  },
};

export const filteredDeckShape: MessageShape = {
  fields: [
    field(1, "bool", "resched"),
    field(2, { of: searchTerm, many: true }, "terms"),
    field(3, "floats", "delays", { absent: null }),
    field(4, "uint", "previewDelay"),
    field(7, "uint", "previewAgainSecs"),
    field(5, "uint", "previewHardSecs"),
    field(6, "uint", "previewGoodSecs"),
  ],
};

export const presetShape: MessageShape = {
  fields: [
    field(1, "floats", "new.delays"),
    field(2, "floats", "lapse.delays"),
    field(3, "floats", "fsrsWeights"),
    field(5, "floats", "fsrsParams5"),
    field(6, "floats", "fsrsParams6"),
    field(4, "floats", "easyDaysPercentages"),
    field(9, "uint", "new.perDay"),
    field(10, "uint", "rev.perDay"),
    field(35, "uint", "newPerDayMinimum"),
    field(11, "float", "new.ease"),
    field(12, "float", "rev.ease4"),
    field(13, "float", "rev.hardFactor"),
    field(14, "float", "lapse.mult"),
    field(15, "float", "rev.ivlFct"),
    field(16, "uint", "rev.maxIvl"),
    field(17, "uint", "lapse.minInt"),
    field(18, "uint", "new.good"),
    field(19, "uint", "new.easy"),
    field(20, "bit", "new.order", { not: true }),
    field(34, "int", "newGatherPriority"),
    field(32, "int", "newSortOrder"),
    field(30, "int", "newMix"),
    field(33, "int", "reviewOrder"),
    field(31, "int", "interdayLearningMix"),
    field(21, "int", "lapse.leechAction"),
    field(22, "uint", "lapse.leechFails"),
    field(23, "bool", "autoplay", { not: true }),
    field(24, "uint", "maxTaken"),
    field(25, "bit", "timer"),
    field(38, "bool", "stopTimerOnAnswer"),
    field(41, "float", "secondsToShowQuestion"),
    field(42, "float", "secondsToShowAnswer"),
    field(36, "int", "questionAction"),
    field(43, "int", "answerAction"),
    field(44, "bool", "waitForAudio"),
    field(26, "bool", "replayq", { not: true }),
    field(27, "bool", "new.bury"),
    field(28, "bool", "rev.bury"),
    field(29, "bool", "buryInterdayLearning"),
    field(37, "float", "desiredRetention"),
    field(46, "text", "ignoreRevlogsBeforeDate"),
    field(40, "float", "sm2Retention"),
    field(45, "text", "weightSearch"),
  ],
};
