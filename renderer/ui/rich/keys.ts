import {
  baseKeymap,
  chainCommands,
  createParagraphNear,
  exitCode,
  joinBackward,
  liftEmptyBlock,
  newlineInCode,
  splitBlockAs,
} from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { liftListItem, splitListItem } from "prosemirror-schema-list";
import { type Command, Plugin } from "prosemirror-state";
import { fence, takeBackRule } from "./rules.ts";
import { holds, schema } from "./schema.ts";
import { type Bench, furtherKeys, insertMath, tools } from "./tools.ts";

const { nodes } = schema;

const lineBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.break.create()).scrollIntoView());
  return true;
};

/** A paragraph goes on as a paragraph of its own kind; anything else ends in an ordinary one. */
const split = splitBlockAs((node, atEnd) =>
  node.type === nodes.paragraph ? { type: node.type, attrs: node.attrs } : atEnd ? { type: nodes.paragraph } : null,
);

const atStartOfItem: Command = (state, dispatch, view) =>
  state.selection.empty && state.selection.$from.parentOffset === 0
    ? liftListItem(nodes.item)(state, dispatch, view)
    : false;

const backspace = baseKeymap.Backspace ?? joinBackward;

const writing: Record<string, Command> = {
  Enter: chainCommands(fence, newlineInCode, splitListItem(nodes.item), createParagraphNear, liftEmptyBlock, split),
  "Shift-Enter": chainCommands(exitCode, lineBreak),
  Backspace: chainCommands(takeBackRule, atStartOfItem, backspace),
  "Mod-z": undo,
  "Mod-y": redo,
  "Mod-Shift-z": redo,
};

/** All keys of a field. Tab moves the focus, as everywhere; Mod+Enter and Escape belong to the window. */
export function keysOf(
  bench: Bench,
  format: "markdown" | "html",
  tell: (text: string) => void,
  chord: string,
): Plugin[] {
  const bound: Record<string, Command> = { ...writing, ...furtherKeys(bench) };
  for (const { keys, mark, run } of tools.flat())
    for (const key of keys) if (!key.includes(" ") && (!mark || holds(format, mark))) bound[key] = run(bench);
  const { "Mod-Enter": _, ...rest } = baseKeymap;
  return [formulas(bench, tell, chord), keymap(bound), keymap(rest)];
}

const letterOf = ({ key, code }: KeyboardEvent): string =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace(/^Key/, "").toLowerCase();

/** Mod+M, then one of three letters. */
function formulas(bench: Bench, tell: (text: string) => void, chord: string): Plugin {
  let begun = false;
  const kinds: Record<string, Command> = {
    m: insertMath(bench, false),
    e: insertMath(bench, true),
    c: insertMath(bench, false, true),
  };
  const end = () => {
    if (begun) tell("");
    begun = false;
  };
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (["Control", "Meta", "Shift", "Alt"].includes(event.key)) return false;
        const kind = begun ? kinds[letterOf(event)] : undefined;
        const begins = !begun && (event.ctrlKey || event.metaKey) && !event.shiftKey && letterOf(event) === "m";
        end();
        if (begins) {
          begun = true;
          tell(chord);
        }
        return begins || (kind?.(view.state, view.dispatch, view) ?? false);
      },
      handleDOMEvents: {
        blur: () => {
          end();
          return false;
        },
      },
    },
  });
}
