// Notes and templates of every kind, rendered by the real Anki and by Mneme: the same, or different for a listed reason.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { stripHtml, stripHtmlKeepMedia } from "../../main/core/html/strip.ts";
import { templateProblems } from "../../main/core/template/compiled.ts";
import { anyCase, anyText, rareCases } from "./cases.ts";
import { faceDifferences, ordinalDifferences, stripDifferences } from "./differences.ts";
import { type AnkiResult, ankiFace, mnemeFace, mnemeOrds, typeOf } from "./faces.ts";

const anki = inject("anki");
const reason = "reason" in anki ? `, not compared: ${anki.reason}` : "";
const cases = [...fc.sample(anyCase, { seed: 20261124, numRuns: 500 }), ...rareCases];
const texts = fc.sample(anyText, { seed: 20261124, numRuns: 1_000 });

describe.skipIf(reason !== "")(`the real Anki and Mneme${reason}`, () => {
  let faces: AnkiResult[] = [];
  let stripped: [string, string][] = [];

  beforeAll(() => {
    if ("reason" in anki) return;
    const folder = mkdtempSync(join(tmpdir(), "mneme-anki-"));
    const [source, target] = [join(folder, "cases.json"), join(folder, "faces.json")];
    writeFileSync(source, JSON.stringify({ cases, texts }));
    const script = join(import.meta.dirname, "faces.py");
    const { status, stderr } = spawnSync(anki.python, [script, source, target], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr.slice(-2_000));
    ({ faces, stripped } = JSON.parse(readFileSync(target, "utf8")));
    rmSync(folder, { recursive: true });
  }, 120_000);

  test(`show the same on the cards of ${cases.length} notes`, () => {
    const told = new Map<string, number>();
    const unlisted: unknown[] = [];
    let same = 0;
    for (const [i, given] of cases.entries()) {
      for (const [ord, shown] of Object.entries(faces[i]?.cards ?? {})) {
        const [theirs, ours] = [ankiFace(shown), mnemeFace(given, Number(ord), `T${i}`)];
        if (JSON.stringify(theirs) === JSON.stringify(escaped(ours))) {
          same++;
          continue;
        }
        const difference = faceDifferences.find(({ explains }) => explains(given, theirs, escaped(ours)));
        if (difference) told.set(difference.name, (told.get(difference.name) ?? 0) + 1);
        else unlisted.push({ ...given, ord, theirs, ours });
      }
    }
    console.log("faces the same:", same, "different as listed:", Object.fromEntries(told));
    expect(unlisted.slice(0, 3)).toEqual([]);
    expect(same).toBeGreaterThan(cases.length);
    for (const { name } of faceDifferences) expect(told.keys()).toContain(name);
  });

  test("make the same cards", () => {
    const told = new Map<string, number>();
    const unlisted: unknown[] = [];
    for (const [i, given] of cases.entries()) {
      const [theirs, ours] = [faces[i]?.ords, mnemeOrds(given)];
      if (JSON.stringify(theirs) === JSON.stringify(ours)) continue;
      const mistakes = templateProblems(typeOf(given)).some(({ problems }) =>
        problems.some(({ side }) => side === "front"),
      );
      const difference = ordinalDifferences.find(({ explains }) => explains(given, mistakes));
      if (difference) told.set(difference.name, (told.get(difference.name) ?? 0) + 1);
      else unlisted.push({ ...given, theirs, ours });
    }
    console.log("cards different as listed:", Object.fromEntries(told));
    expect(unlisted.slice(0, 3)).toEqual([]);
    for (const { name } of ordinalDifferences) expect(told.keys()).toContain(name);
  });

  test(`strip ${texts.length} texts alike`, () => {
    const unlisted = texts.flatMap((html, i) => {
      const [plain, keeping] = stripped[i] ?? [];
      if (plain === stripHtml(html) && keeping === stripHtmlKeepMedia(html)) return [];
      if (stripDifferences.some(({ explains }) => explains(html))) return [];
      return [{ html, plain, ours: stripHtml(html), keeping, oursKeeping: stripHtmlKeepMedia(html) }];
    });
    expect(unlisted.slice(0, 3)).toEqual([]);
  });
});

/** The name of a deck may look like HTML: Anki lets it be HTML, Mneme shows it. */
function escaped<T extends { question: string; answer: string }>(face: T): T {
  const plain = (html: string) => html.replaceAll("B &amp; C", "B & C");
  return { ...face, question: plain(face.question), answer: plain(face.answer) };
}
