import { type Signal, signal } from "@preact/signals";
import { closeHistory, history } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { type Command, EditorState, type Transaction } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import type { RichDoc } from "../../../main/contract/rich.ts";
import { rich as words } from "../../text/rich.ts";
import { highestGap, makeGap } from "./cloze.ts";
import { keysOf } from "./keys.ts";
import { isWaiting, later } from "./later.ts";
import { markdownRules } from "./rules.ts";
import { schema } from "./schema.ts";
import { attachAll, type Intake, traffic } from "./take.ts";
import type { Bench, Tool } from "./tools.ts";

export interface EditorOptions {
  /** The document now, and as it was at first. */
  doc: RichDoc;
  first: RichDoc;
  intake: Intake;
  /** The highest number of a gap in the note's other fields. */
  gapsElsewhere(): number;
  /** The document changed; `same` if it is as it was at first, after all. */
  onChange(doc: RichDoc, same: boolean): void;
  onFocus(): void;
  /** A word about what a half-pressed key means; "" takes it away. */
  tell(text: string): void;
  /** The address of a file of the collection. */
  address(name: string): string;
  bench: Pick<Bench, "details" | "attach" | "source">;
}

/** One field that is written in. */
export interface Editor {
  view: EditorView;
  /** What the toolbar and the details show. */
  state: Signal<EditorState>;
  /** Runs a tool, and gives the focus back to the text unless the tool took it elsewhere. */
  use(tool: Tool): void;
  run(command: Command): void;
  /** Puts another document in the place of this one, as one step that can be taken back. */
  replace(doc: RichDoc): void;
  attach(files: readonly File[]): Promise<void>;
  highestGap(): number;
  /** The name of the first picture in it. */
  picture(): string | null;
  /** Whether something is still on its way into it: a picture, a piece that is being cleaned. */
  isWaiting(): boolean;
  destroy(): void;
}

/** Makes a field in `place`. */
export function createEditor(place: HTMLElement, options: EditorOptions): Editor {
  const { intake, tell } = options;
  const first: Node = schema.nodeFromJSON(options.first);
  const bench: Bench = { ...options.bench, gap: (same) => makeGap(options.gapsElsewhere, same) };
  const start = EditorState.create({
    doc: options.doc === options.first ? first : schema.nodeFromJSON(options.doc),
    plugins: [later(), markdownRules(), ...keysOf(bench, intake.format, tell, words.chord), history()],
  });
  const state = signal(start);
  const view = new EditorView(place, {
    state: start,
    nodeViews: { image: (node) => picture(node, options.address) },
    handleDOMEvents: {
      ...traffic(intake),
      // The library keeps these from everyone, whether it means anything to it or not.
      keydown: (_view, event) => !event.isComposing && isWindows(event),
      focus: () => {
        options.onFocus();
        return false;
      },
    },
    dispatchTransaction(tr: Transaction) {
      const next = view.state.apply(tr);
      view.updateState(next);
      state.value = next;
      if (tr.docChanged) options.onChange(next.doc.toJSON(), next.doc.eq(first));
    },
  });
  return {
    view,
    state,
    use(tool) {
      const elsewhere = document.activeElement;
      tool.run(bench)(view.state, view.dispatch, view);
      if (document.activeElement === elsewhere) view.focus();
    },
    run: (command) => void command(view.state, view.dispatch, view),
    replace(doc) {
      const { tr } = view.state;
      view.dispatch(closeHistory(tr).replaceWith(0, tr.doc.content.size, schema.nodeFromJSON(doc).content));
    },
    attach: (files) => attachAll(view, files, intake),
    highestGap: () => highestGap(view.state.doc),
    picture: () => firstPicture(state.value.doc),
    isWaiting: () => isWaiting(view),
    destroy: () => view.destroy(),
  };
}

/** A picture in the field; its name and description where it cannot be shown. */
function picture({ attrs }: Node, address: (name: string) => string) {
  const dom = document.createElement("span");
  dom.className = "rich-picture";
  const image = document.createElement("img");
  image.alt = attrs.alt || `${words.image} ${attrs.name}`;
  if (attrs.width) image.width = attrs.width;
  image.onerror = () => {
    const chip = document.createElement("span");
    chip.className = "chip image";
    chip.textContent = attrs.alt || attrs.name;
    image.replaceWith(chip);
  };
  image.src = address(attrs.name);
  dom.append(image);
  return { dom };
}

/** Whether a key belongs to the window: the way out, and saving. */
const isWindows = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key === "Escape" || (key === "Enter" && (ctrlKey || metaKey));

function firstPicture(doc: Node): string | null {
  let name: string | null = null;
  doc.descendants((node) => {
    if (node.type === schema.nodes.image) name ??= node.attrs.name;
    return name === null;
  });
  return name;
}
