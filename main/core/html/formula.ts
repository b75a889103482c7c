import type { Element } from "hast";
import type { Draft } from "./draft.ts";
import type { Dug, Hole } from "./holes.ts";
import { latexName } from "./latexNames.ts";
import { mediaUrl } from "./media.ts";
import { element, words } from "./pieces.ts";

/** A formula drawn, or its source where none can be. */
export function formula({ tex, display, source }: Extract<Dug, { kind: "math" }>, draft: Draft): Element {
  return draft.typesetting?.math({ tex, display })?.drawn ?? sourceOf(source);
}

/** The picture that Anki made of a piece of LaTeX; or it drawn if it is no more than a formula; or its source. */
export function latex(hole: Extract<Dug, { kind: "latex" }>, draft: Draft): Element {
  for (const ending of ["svg", "png"]) {
    const name = `${latexName(hole.latex)}.${ending}`;
    if (draft.stock.known(name)) return element("img", { className: ["latex"], src: mediaUrl(name), alt: hole.latex });
  }
  const tex = texOf(hole);
  const typeset = tex === null ? undefined : draft.typesetting?.math({ tex, display: hole.display });
  return typeset?.ok ? typeset.drawn : sourceOf(hole.source);
}

/** The formula that a piece of LaTeX is; null if it is more. */
export const texOf = (hole: Extract<Hole, { kind: "latex" }>): string | null => hole.tex ?? onlyMath(hole.latex);

const sourceOf = (source: string) => element("code", { className: ["tex"] }, words(source));

const around = [
  /^\$\$([^$]+)\$\$$/,
  /^\$([^$]+)\$$/,
  /^\\\[([\s\S]+)\\\]$/,
  /^\\\(([\s\S]+)\\\)$/,
  /^\\begin\{(?:displaymath|math)\}([\s\S]+)\\end\{(?:displaymath|math)\}$/,
  /^(\\begin\{(?:equation|align|gather|multline|eqnarray|alignat|flalign)\*?\}[\s\S]+)$/,
];

/** The formula of which a piece of LaTeX is no more than the wrapping; null if it is more. */
function onlyMath(latex: string): string | null {
  const bare = latex.trim();
  for (const pattern of around) {
    const tex = pattern.exec(bare)?.[1];
    if (tex !== undefined && !/\\end\{(?:displaymath|math)\}/.test(tex)) return tex;
  }
  return null;
}
