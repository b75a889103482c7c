import { element, words } from "./pieces.ts";
import type { Typesetting } from "./typesetting.ts";

export const math: Typesetting["math"] = (tex, display) => ({
  ok: false,
  drawn: element("code", { className: ["tex"], dataTex: tex }, words(display ? `\\[${tex}\\]` : `\\(${tex}\\)`)),
});
