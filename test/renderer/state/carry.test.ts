import fc from "fast-check";
import { expect, it } from "vitest";
import type { NoteType } from "../../../main/contract/shapes.ts";
import { stockTypes } from "../../../main/core/note/stockTypes.ts";
import { carry } from "../../../renderer/state/carry.ts";

const none = new Map<string, string>();

it("goes by name, then by place; what finds none is kept, and comes home with its type", () => {
  const basic = { Front: "f", Back: "b", Extra: "e", Source: "s" };
  const away = carry(stockTypes.basic, stockTypes.cloze, basic, none);
  expect(away.values).toMatchObject({ Text: "f", Extra: "e", Source: "s" });
  expect([...away.left]).toEqual([["Back", "b"]]);
  const home = carry(stockTypes.cloze, stockTypes.basic, away.values, away.left);
  expect(home.values).toEqual(basic);
  expect(home.left.size).toBe(0);
});

it("no text goes where shapes are drawn, and only a picture where the picture is", () => {
  const text = carry(
    stockTypes.basic,
    stockTypes.occlusion,
    { Front: "words", Back: "![](a.png)", Extra: "" },
    none,
  ).values;
  expect(text.Occlusion ?? "").toBe("");
  expect(text.Image).toBe("![](a.png)");
  expect(text.Header).toBe("words");
  const shapes = "{{c1::image-occlusion:rect:left=.1:top=.1:width=.1:height=.1}}";
  const away = carry(stockTypes.occlusion, stockTypes.basic, { Occlusion: shapes, Image: "", Header: "" }, none);
  expect(Object.values(away.values)).not.toContain(shapes);
  expect(carry(stockTypes.basic, stockTypes.occlusion, away.values, away.left).values.Occlusion).toBe(shapes);
});

it("never loses a text", () => {
  const types = fc.array(fc.constantFrom(...Object.values(stockTypes)), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(types, ([first, ...rest]) => {
      let at = first as NoteType;
      let state = { values: Object.fromEntries(at.fields.map(({ id }) => [id, `text of ${id}`])), left: none };
      const all = Object.values(state.values).sort();
      for (const next of rest) {
        state = carry(at, next, state.values, state.left) as typeof state;
        at = next;
        const held = [...Object.values(state.values), ...state.left.values()].filter((each) => each !== "");
        expect(held.sort()).toEqual(all);
      }
    }),
  );
});
