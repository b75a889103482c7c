import fc from "fast-check";
import { parse } from "valibot";
import { expect, it } from "vitest";
import { richDoc } from "../../../../main/contract/rich.ts";
import { schema } from "../../../../renderer/ui/rich/schema.ts";
import { richDocs } from "./richDocs.ts";

it("the editor takes every document of the contract, and gives it back equal", () => {
  fc.assert(
    fc.property(richDocs, (doc) => {
      const node = schema.nodeFromJSON(doc);
      node.check();
      expect(node.toJSON()).toEqual(doc);
    }),
    { numRuns: 500 },
  );
});

it("what the editor gives, the contract takes", () => {
  fc.assert(
    fc.property(richDocs, (doc) => {
      expect(parse(richDoc, schema.nodeFromJSON(doc).toJSON())).toEqual(doc);
    }),
  );
});
