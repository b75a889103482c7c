// The same searches of the same collection, by the real Anki and by Mneme: the same cards, or others for a listed reason.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { isProblem } from "../../main/core/search/escape.ts";
import { parse } from "../../main/core/search/parse.ts";
import { search } from "../../main/core/search/search.ts";
import { build, dice } from "./searchCollection.ts";
import { searchDifferences } from "./searchDifferences.ts";
import { queries } from "./searchQueries.ts";

const anki = inject("anki");
const reason = "reason" in anki ? `, not compared: ${anki.reason}` : "";

type Found = { cards: string[]; notes: number } | { refused: string };

describe.skipIf(reason !== "")(`searches by the real Anki and by Mneme${reason}`, () => {
  const now = {
    ms: Date.now(),
    calendar: { zone: "UTC", rolloverHour: 4 },
  };
  const both = build(20_261_124, 120, now);
  const asked = queries(dice(7), 200);
  let theirs: Found[] = [];

  beforeAll(() => {
    if ("reason" in anki) return;
    const folder = mkdtempSync(join(tmpdir(), "mneme-anki-"));
    const [source, target] = [join(folder, "given.json"), join(folder, "found.json")];
    writeFileSync(source, JSON.stringify({ ...both.anki, queries: asked }));
    const { status, stderr } = spawnSync(anki.python, [join(import.meta.dirname, "search.py"), source, target], {
      encoding: "utf8",
      env: { ...process.env, TZ: "UTC" },
    });
    if (status !== 0) throw new Error(stderr.slice(-2_000));
    theirs = JSON.parse(readFileSync(target, "utf8"));
    rmSync(folder, { recursive: true });
  }, 120_000);

  const ours = (query: string): Found => {
    const own = query.replace(/«([ndmc])([^»]*)»/g, (_, kind, key) =>
      kind === "n" || kind === "c" ? `n${key}` : kind === "d" ? `d:${key}` : key,
    );
    const node = parse(own);
    if (isProblem(node)) return { refused: node.say };
    const scene = { collection: both.mneme, now, current: `d:${both.anki.current}`, log: both.log };
    const cards = search(scene, node, "cards")
      .map((id) => id.slice(1))
      .sort();
    return { cards, notes: search(scene, node, "notes").length };
  };

  test(`find the same in ${asked.length} searches`, () => {
    const told = new Map<string, number>();
    const unlisted: unknown[] = [];
    let same = 0;
    asked.forEach((query, i) => {
      const [a, b] = [theirs[i] as Found, ours(query)];
      if ("refused" in a ? "refused" in b : JSON.stringify(a) === JSON.stringify(b)) {
        same++;
        return;
      }
      const [more, less] = [minus(b, a), minus(a, b)];
      const node = parse(query);
      const difference =
        isProblem(node) || "refused" in a
          ? undefined
          : searchDifferences.find(({ explains }) => explains(node, more, less));
      if (difference) told.set(difference.name, (told.get(difference.name) ?? 0) + 1);
      else
        unlisted.push({
          query,
          more: more.length,
          less: less.length,
          example: fieldsOf(more[0] ?? less[0] ?? ""),
          anki: "refused" in a ? a : a.notes,
          ours: "refused" in b ? b : b.notes,
        });
    });
    console.log("searches the same:", same, "different as listed:", Object.fromEntries(told));
    expect(unlisted.slice(0, 3)).toEqual([]);
    expect(same).toBeGreaterThan(asked.length / 2);
    for (const { name } of searchDifferences) expect(told.keys()).toContain(name);
  });

  const fieldsOf = (key: string) =>
    `${key} ${JSON.stringify(both.mneme.notes.get(`n${key.split("/")[0]}`)?.fields)}`.slice(0, 160);
});

const minus = (a: Found, b: Found): string[] => {
  const cards = "refused" in a ? [] : a.cards;
  return "refused" in b ? cards : cards.filter((card) => !b.cards.includes(card));
};
