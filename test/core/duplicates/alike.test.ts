import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alike, threshold } from "../../../main/core/duplicates/alike.ts";

const grams = (text: string) => {
  const padded = `  ${text} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)));
};
const share = (a: string, b: string) => {
  const [x, y] = [grams(a), grams(b)];
  const common = [...x].filter((gram) => y.has(gram)).length;
  return common / (x.size + y.size - common);
};

const word = fc.constantFrom("river", "rivers", "the", "longest", "in", "africa", "asia", "which");
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(""));

describe("texts that are alike", () => {
  it("are found, all of them and no others, as comparing each with each would", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 25 }), (texts) => {
        const groups = alike(texts);
        const led = new Map(groups.flatMap(({ members }) => members.slice(1).map((i) => [i, members[0] as number])));
        const leaders: number[] = [];
        texts.forEach((text, i) => {
          const near = leaders.filter((j) => share(text, texts[j] as string) >= threshold);
          if (near.length === 0) {
            expect(led.has(i)).toBe(false);
            leaders.push(i);
          } else expect(near).toContain(led.get(i));
        });
        for (const { members, least } of groups) {
          const shares = members.slice(1).map((i) => share(texts[members[0] as number] as string, texts[i] as string));
          expect(least).toBeCloseTo(Math.min(...shares), 10);
        }
      }),
    );
  });

  it("never differ in their numbers", () => {
    expect(alike(["chapter1ofthebook", "chapter2ofthebook", "chapter1ofthebook"])).toEqual([
      { members: [0, 2], least: 1 },
    ]);
  });
});
