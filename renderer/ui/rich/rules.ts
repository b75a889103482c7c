import {
  InputRule,
  inputRules,
  textblockTypeInputRule,
  undoInputRule,
  wrappingInputRule,
} from "prosemirror-inputrules";
import type { MarkType } from "prosemirror-model";
import type { Command, Plugin, Transaction } from "prosemirror-state";
import { schema } from "./schema.ts";

const { nodes, marks } = schema;

/** Text between signs (the second group) becomes marked text without them; the first group stands before the signs. */
const marking = (match: RegExp, mark: MarkType, attrs: (found: RegExpMatchArray) => object | null = () => null) =>
  new InputRule(
    new RegExp(match, `${match.flags}d`),
    (state, found, start, end) => {
      const [from = 0, to = 0] = (found as RegExpExecArray).indices?.[2]?.map((at) => at - (found.index ?? 0)) ?? [];
      if (to === from || !state.doc.resolve(start).parent.type.allowsMarkType(mark)) return null;
      const first = start + (found[1]?.length ?? 0);
      const { tr } = state;
      tr.delete(start + to, end).delete(first, start + from);
      return tr.addMark(first, first + to - from, mark.create(attrs(found))).removeStoredMark(mark);
    },
    { inCodeMark: false },
  );

const math = (match: RegExp, display: boolean) =>
  new InputRule(
    match,
    (state, [, tex = ""], start, end) =>
      state.doc.resolve(start).parent.type.allowsMarkType(marks.strong)
        ? state.tr.replaceWith(start, end, nodes.math.create({ tex: tex.trim(), display }))
        : null,
    { inCodeMark: false },
  );

/** What a line of three hyphens becomes. */
const rule = new InputRule(/^---$/, (state, _found, start) => {
  const $start = state.doc.resolve(start);
  if ($start.parent.type !== nodes.paragraph) return null;
  const tr: Transaction = state.tr.delete(start, state.selection.to);
  return tr.insert($start.before(), nodes.rule.create());
});

/** What is typed as Markdown writes it gets the form at once; Backspace right after takes that back. */
export const markdownRules = (): Plugin =>
  inputRules({
    rules: [
      textblockTypeInputRule(/^(#{1,3})\s$/, nodes.heading, (found) => ({ level: found[1]?.length })),
      textblockTypeInputRule(/^```([\w+#.-]*)\s$/, nodes.codeBlock, (found) => ({ language: found[1] })),
      wrappingInputRule(/^\s*>\s$/, nodes.quote),
      wrappingInputRule(/^\s*[-*+]\s$/, nodes.bullets),
      wrappingInputRule(
        /^\s*(\d{1,9})[.)]\s$/,
        nodes.numbers,
        (found) => ({ start: Number(found[1]) }),
        (found, { childCount, attrs }) => childCount + attrs.start === Number(found[1]),
      ),
      rule,
      marking(/(^|[^*])\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, marks.strong),
      marking(/(^|[^*\p{L}\p{N}])\*([^*\s](?:[^*]*[^*\s])?)\*$/u, marks.emphasis),
      marking(/(^|[^_\p{L}\p{N}])__([^_\s](?:[^_]*[^_\s])?)__$/u, marks.strong),
      marking(/(^|[^_\p{L}\p{N}])_([^_\s](?:[^_]*[^_\s])?)_$/u, marks.emphasis),
      marking(/(^|[^~])~~([^~\s](?:[^~]*[^~\s])?)~~$/, marks.strike),
      marking(/(^|[^`])`([^`]+)`$/, marks.code),
      marking(/(^|[^!])\[([^\][]+)\]\(([^()\s]+)\)$/, marks.link, ([, , , href]) => ({ href })),
      marking(
        /(^|[^{])\{\{c[1-9]\d{0,2}::((?:(?!::|\}\}|\{\{).)+)(?:::((?:(?!\}\}|\{\{).)*))?\}\}$/,
        marks.cloze,
        (found) => ({
          number: Number(/\{\{c(\d+)/.exec(found[0])?.[1]),
          hint: found[3]?.trim() ?? "",
        }),
      ),
      math(/\\\((.+)\\\)$/, false),
      math(/\\\[(.+)\\\]$/, true),
    ],
  });

export const takeBackRule: Command = undoInputRule;

/** Enter after ``` and a language begins a block of code, as a blank does. */
export const fence: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const found = /^```([\w+#.-]*)$/.exec($from.parent.textContent);
  if (!empty || !found || $from.parent.type !== nodes.paragraph || $from.parentOffset !== $from.parent.content.size)
    return false;
  const tr = state.tr.delete($from.start(), $from.end());
  dispatch?.(tr.setBlockType($from.start(), $from.start(), nodes.codeBlock, { language: found[1] }).scrollIntoView());
  return true;
};
