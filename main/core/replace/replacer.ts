import type { Replacement, SearchProblem } from "../../contract/browse.ts";
import { isProblem, problem } from "../search/escape.ts";
import { compile, type Pattern } from "../search/regex/compile.ts";

/** A second's worth. */
const mostSteps = 2e7;

/**
 * Replaces all that a text holds; the same text if there is nothing, null if it takes too long. In a pattern's replacement `$1`, `${1}` and `${name}`
 * stand for groups, `$0` for all that was found, `$$` for a dollar; what names no group stays as it is.
 */
export function replacer({
  find,
  replace,
  regex,
  matchCase,
}: Replacement): ((text: string) => string | null) | SearchProblem {
  if (find === "") return problem(0, 0, "Write what to look for.");
  const source = regex ? find : find.normalize("NFC").replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
  const pattern = compile(source, { fold: !matchCase });
  if (isProblem(pattern)) return regex ? pattern : problem(0, find.length, "This text is too long to look for.");
  const fill = regex ? template(replace, pattern) : () => replace;
  return (text) => {
    const composed = text.normalize("NFC");
    return pattern.test(composed) ? replaceAll(composed, pattern, fill) : text;
  };
}

type Fill = (text: string, match: readonly number[]) => string;

/** Null for a text and a pattern that together take too long: each match may need the whole text. */
function replaceAll(text: string, pattern: Pattern, fill: Fill): string | null {
  const parts: string[] = [];
  const effort = { left: mostSteps };
  let from = 0;
  let at = 0;
  while (at <= text.length) {
    const match = pattern.find(text, at, effort);
    if (effort.left < 0) return null;
    if (!match) break;
    const [start = 0, end = 0] = match;
    parts.push(text.slice(from, start), fill(text, match));
    from = end;
    // Behind an empty match the next character is passed over.
    at = end > start ? end : end + ((text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1);
  }
  return parts.join("") + text.slice(from);
}

function template(replace: string, { names, groups }: Pattern): Fill {
  const parts = replace.split(/(\$\$|\$\d{1,2}|\$\{\w{1,60}\})/);
  const fills = parts.map((part, i): Fill => {
    if (i % 2 === 0) return () => part;
    if (part === "$$") return () => "$";
    const name = part.replace(/[${}]/g, "");
    const group = /^\d+$/.test(name) ? Number(name) : names.get(name);
    if (group === undefined || group > groups) return () => part;
    return (text, match) => {
      const [start = -1, end = -1] = match.slice(2 * group, 2 * group + 2);
      return start < 0 ? "" : text.slice(start, end);
    };
  });
  return (text, match) => fills.map((fill) => fill(text, match)).join("");
}
