import type { ElementContent } from "hast";
import { texOf } from "./formula.ts";
import { digHoles, longestSide } from "./holes.ts";
import type { Drawn, Formula } from "./math.ts";

/** The formulas of a side drawn, and what colours its code. */
export interface Typesetting {
  /** Undefined for a formula that was not drawn, because it is too much. */
  math(formula: Formula): Drawn | undefined;
  /** Code as spans with highlight.js's classes; null if the language is unknown or the code too long to be read. */
  code(text: string, language: string): ElementContent[] | null;
}

/**
 * Typesets what `page` will want of a side; undefined if it wants nothing. What does it is large and loads rare glyphs as they are
 * needed, so this is apart from `page`, and is loaded only once a card calls for it.
 */
export async function typeset(html: string): Promise<Typesetting | undefined> {
  if (html.length > longestSide || !mayNeed.test(html)) return undefined;
  const formulas = digHoles(html).holes.flatMap((hole): Formula[] => {
    if (hole.kind !== "math" && hole.kind !== "latex") return [];
    const tex = hole.kind === "math" ? hole.tex : texOf(hole);
    return tex === null ? [] : [{ tex, display: hole.display }];
  });
  const { code } = await import("./code.ts");
  if (formulas.length === 0) return { math: () => undefined, code };
  const { drawFormulas, formulaKey } = await import("./math.ts");
  const drawn = await drawFormulas(formulas);
  return { math: (formula) => drawn.get(formulaKey(formula)), code };
}

const mayNeed = /\\[([]|\[\${1,2}\]|\[latex\]|<anki-mathjax|<code/i;
