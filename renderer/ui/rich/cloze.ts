import { Fragment, type Mark, type Node, type ResolvedPos } from "prosemirror-model";
import { type Command, type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { schema } from "./schema.ts";

/** The highest number of a gap; 0 without one. */
export function highestGap(doc: Node): number {
  let highest = 0;
  doc.descendants(({ marks }) => {
    for (const { type, attrs } of marks) if (type === schema.marks.cloze) highest = Math.max(highest, attrs.number);
  });
  return highest;
}

/** The innermost gap around a place, and the run of text that it covers. */
export function gapAt($pos: ResolvedPos): { mark: Mark; from: number; to: number } | null {
  const mark = $pos.marks().findLast(({ type }) => type === schema.marks.cloze);
  return mark ? { mark, ...runOf($pos, mark) } : null;
}

/** The contiguous content around a place that bears a mark. */
export function runOf($pos: ResolvedPos, mark: Mark): { from: number; to: number } {
  const { parent } = $pos;
  const bears = (index: number) => index >= 0 && index < parent.childCount && mark.isInSet(parent.child(index).marks);
  let first = $pos.index();
  if (!bears(first)) first -= 1; // at its end
  let last = first;
  while (bears(first - 1)) first -= 1;
  while (bears(last + 1)) last += 1;
  const at = (index: number) => $pos.posAtIndex(Math.max(0, Math.min(index, parent.childCount)), $pos.depth);
  return { from: at(first), to: at(last + 1) };
}

/** Gives each piece of inline content in a range the marks that `change` says, in that order. */
export function remark(
  tr: Transaction,
  from: number,
  to: number,
  change: (marks: readonly Mark[], at: Piece) => readonly Mark[],
): void {
  const pieces: { piece: Piece; node: Node }[] = [];
  tr.doc.nodesBetween(from, to, (node, at, parent) => {
    if (!node.isInline || !parent?.type.allowsMarkType(schema.marks.cloze)) return;
    const piece = { from: Math.max(from, at), to: Math.min(to, at + node.nodeSize) };
    pieces.push({ piece, node: node.isText ? node.cut(piece.from - at, piece.to - at) : node });
  });
  for (const { piece, node } of pieces.reverse())
    tr.replaceWith(piece.from, piece.to, Fragment.from(node.mark(change(node.marks, piece))));
}

interface Piece {
  from: number;
  to: number;
}

/** What is to become a gap: the selection without blanks at its ends, or else the word around the caret; null without either. */
function chosen({ selection, doc }: EditorState): Piece | null {
  const { $from, from, to, empty } = selection;
  if (!empty) {
    const text = doc.textBetween(from, to, "\n", "\ufffc");
    const start = text.length - text.trimStart().length;
    const end = text.length - text.trimEnd().length;
    return $from.sameParent(selection.$to) && text.trim() ? { from: from + start, to: to - end } : { from, to };
  }
  if (!$from.parent.isTextblock) return null;
  const line = $from.parent.textBetween(0, $from.parent.content.size, "\ufffc", "\ufffc");
  const before = /[\p{L}\p{M}\p{N}_'’-]*$/u.exec(line.slice(0, $from.parentOffset))?.[0].length ?? 0;
  const after = /^[\p{L}\p{M}\p{N}_'’-]*/u.exec(line.slice($from.parentOffset))?.[0].length ?? 0;
  return before + after > 0 ? { from: from - before, to: from + after } : null;
}

/**
 * Makes a gap of what is selected, of the word around the caret, or of what is typed next. `elsewhere` is the highest number
 * in the note's other fields. `same` takes the highest number again, so that the gaps are asked together.
 */
export const makeGap =
  (elsewhere: () => number, same: boolean): Command =>
  (state, dispatch) => {
    if (!state.selection.$from.parent.type.allowsMarkType(schema.marks.cloze)) return false;
    const highest = Math.max(highestGap(state.doc), elsewhere());
    const number = Math.min(999, same ? Math.max(1, highest) : highest + 1);
    const gap = schema.marks.cloze.create({ number });
    const range = chosen(state);
    if (!dispatch) return true;
    if (!range) {
      dispatch(state.tr.addStoredMark(gap));
      return true;
    }
    const mark = isTouching(state, range, gap) ? schema.marks.cloze.create({ number, part: 1 }) : gap;
    const { tr } = state;
    remark(tr, range.from, range.to, (marks) => nested(state, marks, mark, range));
    const end = tr.mapping.map(range.to);
    dispatch(tr.setSelection(TextSelection.create(tr.doc, end)).removeStoredMark(schema.marks.cloze).scrollIntoView());
    return true;
  };

/** A gap goes inside those that hold all of what is chosen, and around those that do not. */
function nested(state: EditorState, marks: readonly Mark[], gap: Mark, range: Piece): Mark[] {
  const gaps = marks.filter(({ type }) => type === schema.marks.cloze);
  const rest = marks.filter(({ type }) => type !== schema.marks.cloze);
  const $in = state.doc.resolve(range.from + 1);
  const isAround = (mark: Mark) => {
    const run = runOf($in, mark);
    return run.from <= range.from && run.to >= range.to;
  };
  const around = gaps.filter(isAround);
  return [...around, gap, ...gaps.filter((mark) => !around.includes(mark)), ...rest];
}

/** Whether an equal gap ends where this one begins, or begins where it ends. */
function isTouching({ doc }: EditorState, { from, to }: Piece, gap: Mark): boolean {
  const before = doc.resolve(from).nodeBefore?.marks ?? [];
  const after = doc.resolve(to).nodeAfter?.marks ?? [];
  return gap.isInSet(before) || gap.isInSet(after);
}

/** Gives the gap at the caret another number or hint, or takes it away and leaves its text. */
export const changeGap =
  (attrs: { number: number; hint: string } | null): Command =>
  (state, dispatch) => {
    const gap = gapAt(state.selection.$from);
    if (!gap) return false;
    const { tr } = state;
    const next = attrs && schema.marks.cloze.create({ ...gap.mark.attrs, ...attrs });
    remark(tr, gap.from, gap.to, (marks) => marks.flatMap((mark) => (mark.eq(gap.mark) ? (next ?? []) : mark)));
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, state.selection.from)));
    return true;
  };
