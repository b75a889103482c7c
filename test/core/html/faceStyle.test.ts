import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { faceTokens } from "../../../main/core/html/faceStyle.ts";

const tokens = readFileSync(new URL("../../../renderer/style/tokens.css", import.meta.url), "utf8");

test.each(Object.entries(faceTokens))("a framed card and the window agree on --%s", (name, value) => {
  expect(tokens).toContain(`--${name}: ${value};`);
});
