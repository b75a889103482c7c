import type { Element, ElementContent } from "hast";

/** What draws formulas and colours code. It is large, so it is loaded only once a card needs it. */
export interface Typesetting {
  /** A formula drawn. What TeX cannot read is drawn as the mistake that it is, and then `ok` is false. */
  math(tex: string, display: boolean): { ok: boolean; drawn: Element };
  /** Code as spans with highlight.js's classes; null if the language is unknown or the code too long to be read. */
  code(text: string, language: string): ElementContent[] | null;
}

/** Whether a side looks better with it. */
export const needsTypesetting = (html: string): boolean =>
  /\\[([]|\[\${1,2}\]|\[latex\]|<anki-mathjax|<code/i.test(html);

let loading: Promise<Typesetting> | undefined;

/** Loads it once. */
export function loadTypesetting(): Promise<Typesetting> {
  loading ??= Promise.all([import("./math.ts"), import("./code.ts")]).then(([{ math }, { code }]) => ({ math, code }));
  return loading;
}
