import { Fragment, type Node, Slice } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { RichDoc } from "../../../main/contract/rich.ts";
import { type Held, hold, release } from "./later.ts";
import { read, write } from "./outside.ts";
import { holds, schema } from "./schema.ts";

/** A file that has become one of the collection's. */
export interface Attached {
  kind: "image" | "sound";
  name: string;
}

/** What a field needs of its surroundings for what comes from outside. */
export interface Intake {
  format: "markdown" | "html";
  /** Foreign HTML as a tree; null if it cannot be read. */
  clean(html: string): Promise<RichDoc | null>;
  /** Takes a file into the collection; null if that was refused, and said. */
  attach(file: File): Promise<Attached | null>;
}

/** Takes in what is pasted, or dropped at a place. Foreign HTML never becomes part of the document. */
export function takeIn(view: EditorView, data: DataTransfer, intake: Intake, at?: Held): void {
  const own = read(data);
  if (own) {
    insert(view, fitting(own, intake.format), at ?? view.state.selection);
    return;
  }
  const files = [...data.files];
  const html = data.getData("text/html");
  const text = data.getData("text/plain");
  // A word processor adds a picture of the text to the text; a browser adds the address of the picture to the picture.
  if (files.length > 0 && !(html && text.trim())) void attachAll(view, files, intake, at);
  else if (html && !isInCode(view)) void takeHtml(view, html, text, intake, at);
  else if (text) insert(view, fromText(view, text), at ?? view.state.selection);
}

const isInCode = ({ state }: EditorView): boolean => state.selection.$from.parent.type.spec.code === true;

async function takeHtml(view: EditorView, html: string, text: string, intake: Intake, at?: Held): Promise<void> {
  const token = hold(view, at);
  const tree = await intake.clean(html);
  const place = release(view, token);
  if (place) insert(view, tree ? fromTree(tree) : fromText(view, text), place);
}

/** Takes files into the collection, and puts them where the caret was, or at a place. */
export async function attachAll(view: EditorView, files: readonly File[], intake: Intake, at?: Held): Promise<void> {
  for (const file of files) {
    const token = hold(view, at);
    const attached = await intake.attach(file);
    const place = release(view, token);
    if (!place || !attached) continue;
    const { kind, name } = attached;
    const node = kind === "image" ? schema.nodes.image.create({ name }) : schema.nodes.sound.create({ name });
    insert(view, new Slice(Fragment.from(node), 0, 0), place);
    at = undefined;
  }
}

const fromTree = (tree: RichDoc): Slice => Slice.maxOpen(schema.nodeFromJSON(tree).content);

/** Plain text stays as it is: a line is a line. */
function fromText(view: EditorView, text: string): Slice {
  const clean = text.replace(/\r\n?/g, "\n");
  if (isInCode(view)) return new Slice(Fragment.from(schema.text(clean)), 0, 0);
  const marks = view.state.storedMarks ?? view.state.selection.$from.marks();
  const lines = clean
    .replace(/\n+$/, "")
    .split("\n")
    .map((line) => schema.nodes.paragraph.create(null, line ? schema.text(line, marks) : null));
  return Slice.maxOpen(Fragment.from(lines));
}

function insert(view: EditorView, slice: Slice, { from, to }: Held): void {
  const { tr } = view.state;
  const only =
    slice.openStart + slice.openEnd === 0 && slice.content.childCount === 1 ? slice.content.firstChild : null;
  if (only?.isInline) tr.replaceRangeWith(from, to, inherit(tr, from, only));
  else tr.replaceRange(from, to, slice);
  view.dispatch(tr.scrollIntoView().setMeta("paste", true));
}

/** A picture in a gap belongs to the gap. */
const inherit = (tr: Transaction, at: number, node: Node): Node =>
  node.mark(
    tr.doc
      .resolve(at)
      .marks()
      .filter(({ type }) => type === schema.marks.cloze),
  );

/** What a field of that format can hold of it. */
const fitting = (slice: Slice, format: Intake["format"]): Slice => {
  const strip = (fragment: Fragment): Fragment => {
    const nodes: Node[] = [];
    fragment.forEach((node) => {
      const kept = node.marks.filter(({ type }) => holds(format, type.name));
      nodes.push(node.copy(strip(node.content)).mark(kept));
    });
    return Fragment.from(nodes);
  };
  return format === "html" ? slice : new Slice(strip(slice.content), slice.openStart, slice.openEnd);
};

/** The events by which something comes in or goes out, none of which the editor's library may read itself. */
export const traffic = (intake: Intake) => ({
  paste(view: EditorView, event: ClipboardEvent): boolean {
    event.preventDefault();
    if (event.clipboardData) takeIn(view, event.clipboardData, intake);
    return true;
  },
  copy: (view: EditorView, event: ClipboardEvent): boolean => copy(view, event),
  cut(view: EditorView, event: ClipboardEvent): boolean {
    if (copy(view, event)) view.dispatch(view.state.tr.deleteSelection().scrollIntoView().setMeta("uiEvent", "cut"));
    return true;
  },
  drop(view: EditorView, event: DragEvent): boolean {
    if (view.dragging) return false; // within the field
    event.preventDefault();
    event.stopPropagation();
    const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
    if (event.dataTransfer && at !== undefined) takeIn(view, event.dataTransfer, intake, { from: at, to: at });
    view.focus();
    return true;
  },
});

function copy(view: EditorView, event: ClipboardEvent): boolean {
  event.preventDefault();
  const { selection } = view.state;
  if (selection.empty || !event.clipboardData) return false;
  write(selection.content(), event.clipboardData);
  return true;
}
