// Notes and templates of every kind, rendered by the real Anki and by Mneme: the same, or different for a listed reason.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { stripHtml, stripHtmlKeepMedia } from "../../main/core/html/strip.ts";
import { readOcclusion, writeOcclusion } from "../../main/core/occlusion/notation.ts";
import { templateProblems } from "../../main/core/template/compiled.ts";
import { expectedAnswer, typeable } from "../../main/core/template/expected.ts";
import { note, noteType } from "../core/template/made.ts";
import { png } from "../e2e/framed.ts";
import { anyCase, anyOcclusion, anyText, rareCases } from "./cases.ts";
import { faceDifferences, leavesGapOpen, ordinalDifferences, stripDifferences } from "./differences.ts";
import { type AnkiResult, ankiFace, mnemeFace, mnemeOrds, typeOf } from "./faces.ts";

const anki = inject("anki");
const reason = "reason" in anki ? `, not compared: ${anki.reason}` : "";
const cases = [...fc.sample(anyCase, { seed: 20261124, numRuns: 500 }), ...rareCases];
const texts = fc.sample(anyText, { seed: 20261124, numRuns: 1_000 });

const gaps = cases.map(({ values }) => values.F ?? "").filter((text) => text.includes("{{c"));
const occlusions = fc.sample(anyOcclusion, { seed: 20261124, numRuns: 50 });
const image = Buffer.from(png(4, 3, [9, 9, 9])).toString("base64");

interface Results {
  faces: AnkiResult[];
  stripped: [string, string][];
  /** Fields by name. */
  occluded: Record<string, string>[];
  /** For the gaps of number 1, 2 and 3. */
  typed: [string, string, string][];
}

describe.skipIf(reason !== "")(`the real Anki and Mneme${reason}`, () => {
  let results: Results = { faces: [], stripped: [], occluded: [], typed: [] };

  beforeAll(() => {
    if ("reason" in anki) return;
    const folder = mkdtempSync(join(tmpdir(), "mneme-anki-"));
    const [source, target] = [join(folder, "cases.json"), join(folder, "faces.json")];
    writeFileSync(source, JSON.stringify({ cases, texts, gaps, occlusions, image }));
    const script = join(import.meta.dirname, "faces.py");
    const { status, stderr } = spawnSync(anki.python, [script, source, target], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr.slice(-2_000));
    results = JSON.parse(readFileSync(target, "utf8"));
    rmSync(folder, { recursive: true });
  }, 120_000);

  test(`show the same on the cards of ${cases.length} notes`, () => {
    const told = new Map<string, number>();
    const unlisted: unknown[] = [];
    let same = 0;
    for (const [i, given] of cases.entries()) {
      for (const [ord, shown] of Object.entries(results.faces[i]?.cards ?? {})) {
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
      const [theirs, ours] = [results.faces[i]?.ords, mnemeOrds(given)];
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
      const [plain, keeping] = results.stripped[i] ?? [];
      if (plain === stripHtml(html) && keeping === stripHtmlKeepMedia(html)) return [];
      if (stripDifferences.some(({ explains }) => explains(html))) return [];
      return [{ html, plain, ours: stripHtml(html), keeping, oursKeeping: stripHtmlKeepMedia(html) }];
    });
    expect(unlisted.slice(0, 3)).toEqual([]);
  });

  test(`expect the same to be typed for the gaps of ${gaps.length} texts`, () => {
    expect(results.typed).toHaveLength(gaps.length);
    const unlisted = gaps.flatMap((text, i) =>
      (results.typed[i] ?? []).flatMap((theirs, ord) => {
        const type = noteType("cloze", ["F"], [["{{type:cloze:F}}", ""]]);
        const ours = expectedAnswer(type, note({ F: text }), ord);
        const line = typeable(theirs);
        return line === ours || leavesGapOpen(text) ? [] : [{ text, number: ord + 1, theirs: line, ours }];
      }),
    );
    expect(unlisted.slice(0, 3)).toEqual([]);
  });

  test(`keep the same of ${occlusions.length} occluded pictures`, () => {
    expect(results.occluded).toHaveLength(occlusions.length);
    for (const [i, { Occlusion = "", Image }] of results.occluded.entries()) {
      expect(Occlusion).toBe(occlusions[i]);
      expect(Image).toMatch(/^<img src="map[^"]*\.png">$/);
      const { shapes, rest } = readOcclusion(Occlusion);
      expect(rest).toBe("");
      expect(shapes.length).toBeGreaterThan(0);
      expect(writeOcclusion({ shapes, rest })).toBe(Occlusion);
    }
  });
});

/** The name of a deck may look like HTML: Anki lets it be HTML, Mneme shows it. */
function escaped<T extends { question: string; answer: string }>(face: T): T {
  const plain = (html: string) => html.replaceAll("B &amp; C", "B & C");
  return { ...face, question: plain(face.question), answer: plain(face.answer) };
}
