// A field without a form around it, and hands to write in it.
import type { RichDoc } from "../../../../main/contract/rich.ts";
import { createEditor, type Editor, type EditorOptions } from "../../../../renderer/ui/rich/editor.ts";
import { press } from "../../open.tsx";

export const paragraph = (...texts: string[]): RichDoc => ({
  type: "doc",
  content: texts.map((text) => ({
    type: "paragraph",
    attrs: { spaced: false },
    ...(text && { content: [{ type: "text", text }] }),
  })),
});

export function field(doc: RichDoc = paragraph(""), options: Partial<EditorOptions> = {}) {
  const place = document.body.appendChild(document.createElement("div"));
  const seen: { doc: RichDoc; same: boolean }[] = [];
  const editor: Editor = createEditor(place, {
    doc,
    first: doc,
    intake: { format: "html", clean: async () => null, attach: async () => null },
    gapsElsewhere: () => 0,
    onChange: (doc, same) => seen.push({ doc, same }),
    onFocus: () => undefined,
    tell: () => undefined,
    address: (name) => `media://file/${encodeURIComponent(name)}`,
    bench: { details: () => undefined, attach: () => undefined, source: () => undefined },
    ...options,
  });
  editor.view.focus();
  const { view } = editor;
  return {
    editor,
    seen,
    /** Types as a keyboard does: the rules see each letter. */
    type(text: string) {
      for (const letter of text) {
        const { from, to } = view.state.selection;
        if (letter === "\n") press("Enter");
        else if (!view.someProp("handleTextInput", (handle) => handle(view, from, to, letter, () => view.state.tr)))
          view.dispatch(view.state.tr.insertText(letter));
      }
    },
    key: (key: string, modifiers: KeyboardEventInit = {}) => press(key, modifiers),
    json: () => view.state.doc.toJSON() as RichDoc,
    /** The document in short: what ProseMirror writes of it. */
    told: () => view.state.doc.toString(),
  };
}
