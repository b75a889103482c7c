import {
  Bold,
  Brackets,
  Code,
  FileCode,
  Heading,
  type IconNode,
  Italic,
  Link,
  List,
  ListOrdered,
  Paperclip,
  Radical,
  RemoveFormatting,
  SquareCode,
  Strikethrough,
  Subscript,
  Superscript,
  TextQuote,
  Underline,
} from "lucide";
import { lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import type { Attrs, MarkType, NodeType } from "prosemirror-model";
import { liftListItem, sinkListItem, wrapInList } from "prosemirror-schema-list";
import { type Command, type EditorState, NodeSelection } from "prosemirror-state";
import { rich as words } from "../../text/rich.ts";
import { gapAt } from "./cloze.ts";
import { type MarkName, schema } from "./schema.ts";

const { nodes, marks } = schema;

/** What a tool may ask of the field that it works on. */
export interface Bench {
  /** Makes a gap, with the next number or the highest again. */
  gap(same: boolean): Command;
  /** Puts the focus where the address, formula or hint of what is selected can be written. */
  details(): void;
  /** Asks for pictures and sounds. */
  attach(): void;
  /** Between the text and its source. */
  source(): void;
}

/** One thing that can be done to what is selected: a button, and the keys that mean the same. */
export interface Tool {
  id: string;
  text: string;
  icon: IconNode;
  /** As ProseMirror writes them; the first is the one shown. */
  keys: readonly string[];
  /** The mark that it gives, if a Markdown field may lack it. */
  mark?: MarkName;
  run(bench: Bench): Command;
  isOn?(state: EditorState): boolean;
}

const has = (type: MarkType) => (state: EditorState) => {
  const { from, to, empty, $from } = state.selection;
  return empty ? Boolean(type.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, type);
};

const mark = (id: Exclude<MarkName, "cloze">, icon: IconNode, ...keys: string[]): Tool => ({
  id,
  text: words.tools[id as keyof typeof words.tools],
  icon,
  keys,
  mark: id,
  run: () => toggleMark(marks[id]),
  isOn: has(marks[id]),
});

const within = (type: NodeType) => (state: EditorState) => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === type) return true;
  return false;
};

/** On where it is off, off where it is on. */
const either =
  (isOn: (state: EditorState) => boolean, off: Command, on: Command): Command =>
  (state, dispatch, view) =>
    (isOn(state) ? off : on)(state, dispatch, view);

const list = (type: NodeType): Command => either(within(type), liftListItem(nodes.item), wrapInList(type));

const block = (type: NodeType, attrs: Attrs | null = null): Command =>
  either(within(type), setBlockType(nodes.paragraph), setBlockType(type, attrs));

/** Takes all marks but gaps off what is selected, and makes its blocks paragraphs. */
const clear: Command = (state, dispatch) => {
  const { from, to, empty } = state.selection;
  const { tr } = state;
  const all = Object.values(marks).filter((type) => type !== marks.cloze);
  if (empty) for (const type of all) tr.removeStoredMark(type);
  else for (const type of all) tr.removeMark(from, to, type);
  tr.setBlockType(from, to, nodes.paragraph);
  dispatch?.(tr);
  return true;
};

const link =
  (bench: Bench): Command =>
  (state, dispatch, view) => {
    const on = has(marks.link)(state);
    if (!on && (state.selection.empty || !toggleMark(marks.link, { href: "" })(state, dispatch, view))) return false;
    if (dispatch) bench.details();
    return true;
  };

/** Puts a formula in the place of what is selected, whose text becomes its source. */
export const insertMath =
  (bench: Bench, display: boolean, chemistry = false): Command =>
  (state, dispatch) => {
    const { from, to, $from } = state.selection;
    if (!$from.parent.inlineContent || $from.parent.type.spec.code) return false;
    const text = state.doc.textBetween(from, to, " ");
    const math = nodes.math.create({ tex: chemistry ? `\\ce{${text}}` : text, display });
    const tr = state.tr.replaceSelectionWith(math, true);
    if (dispatch) {
      dispatch(tr.setSelection(NodeSelection.create(tr.doc, tr.mapping.map(from, -1))).scrollIntoView());
      bench.details();
    }
    return true;
  };

const fromBench =
  (work: (bench: Bench) => void) =>
  (bench: Bench): Command =>
  (_state, dispatch) => {
    if (dispatch) work(bench);
    return true;
  };

/** In the order of the toolbar; a list in the list stands together. */
export const tools: readonly (readonly Tool[])[] = [
  [
    mark("strong", Bold, "Mod-b"),
    mark("emphasis", Italic, "Mod-i"),
    mark("underline", Underline, "Mod-u"),
    mark("strike", Strikethrough, "Mod-Shift-s"),
    mark("sup", Superscript, "Mod-="),
    mark("sub", Subscript, "Mod-Shift-="),
    mark("code", Code, "Mod-e"),
    { ...mark("link", Link, "Mod-k"), run: link },
    { id: "clear", text: words.tools.clear, icon: RemoveFormatting, keys: ["Mod-r"], run: () => clear },
  ],
  [
    {
      id: "heading",
      text: words.tools.heading,
      icon: Heading,
      keys: [],
      run: () => block(nodes.heading, { level: 2 }),
      isOn: within(nodes.heading),
    },
    {
      id: "bullets",
      text: words.tools.bullets,
      icon: List,
      keys: ["Mod-,"],
      run: () => list(nodes.bullets),
      isOn: within(nodes.bullets),
    },
    {
      id: "numbers",
      text: words.tools.numbers,
      icon: ListOrdered,
      keys: ["Mod-."],
      run: () => list(nodes.numbers),
      isOn: within(nodes.numbers),
    },
    {
      id: "quote",
      text: words.tools.quote,
      icon: TextQuote,
      keys: [],
      run: () => either(within(nodes.quote), lift, wrapIn(nodes.quote)),
      isOn: within(nodes.quote),
    },
    {
      id: "codeBlock",
      text: words.tools.codeBlock,
      icon: SquareCode,
      keys: [],
      run: () => block(nodes.codeBlock),
      isOn: within(nodes.codeBlock),
    },
  ],
  [
    {
      id: "gap",
      text: words.tools.gap,
      icon: Brackets,
      keys: ["Mod-Shift-c"],
      run: (bench) => bench.gap(false),
      isOn: ({ selection }) => gapAt(selection.$from) !== null,
    },
    { id: "math", text: words.tools.math, icon: Radical, keys: ["Mod-m m"], run: (bench) => insertMath(bench, false) },
    {
      id: "attach",
      text: words.tools.attach,
      icon: Paperclip,
      keys: ["F3"],
      run: fromBench((bench) => bench.attach()),
    },
    {
      id: "source",
      text: words.tools.source,
      icon: FileCode,
      keys: ["Mod-Shift-x"],
      run: fromBench((bench) => bench.source()),
    },
  ],
];

/** Keys without a button. */
export const furtherKeys = (bench: Bench): Record<string, Command> => ({
  "Mod-Shift-Alt-c": bench.gap(true),
  "Mod-]": sinkListItem(nodes.item),
  "Mod-[": liftListItem(nodes.item),
  F2: (state, dispatch) => {
    if (!hasDetails(state)) return false;
    if (dispatch) bench.details();
    return true;
  },
});

/** Whether there is more to say about what is selected than its text. */
export const hasDetails = (state: EditorState): boolean => detailOf(state) !== null;

/** What the details under the caret belong to, innermost first. */
export function detailOf({ selection }: EditorState): "gap" | "link" | "image" | "math" | "raw" | "codeBlock" | null {
  if (selection instanceof NodeSelection) {
    const { name } = selection.node.type;
    if (name === "image" || name === "math") return name;
    if (name === "raw" || name === "rawBlock") return "raw";
  }
  const { $from } = selection;
  if (marks.link.isInSet($from.marks())) return "link";
  if (gapAt($from)) return "gap";
  return $from.parent.type === nodes.codeBlock ? "codeBlock" : null;
}
