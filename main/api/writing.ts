import { isFault } from "../contract/faults.ts";
import { diagnose } from "../core/doctor/diagnose.ts";
import { splitIntoClozes } from "../core/doctor/splitIntoClozes.ts";
import { addNote } from "../core/note/addNote.ts";
import { title } from "../core/note/cards.ts";
import { noteView } from "../core/note/noteView.ts";
import { tagCompletion } from "../core/note/tagCompletion.ts";
import { twins } from "../core/note/twins.ts";
import { htmlToRich } from "../core/rich/html/htmlToRich.ts";
import { richToHtml } from "../core/rich/html/richToHtml.ts";
import { markdownToRich } from "../core/rich/markdown/markdownToRich.ts";
import { richToMarkdown } from "../core/rich/markdown/richToMarkdown.ts";
import { cleanPaste } from "../core/rich/paste/cleanPaste.ts";
import type { Context } from "./context.ts";
import type { Part } from "./part.ts";

/** More tags than a list can show. */
const mostTags = { completed: 20, all: 5_000 };

export const writingHandlers = ({ collection, store, world, commit }: Context): Part<"writing"> => ({
  fieldToRich: ({ format, text }) => (format === "html" ? htmlToRich(text) : markdownToRich(text)),
  richToField: ({ format, doc }) => (format === "html" ? richToHtml(doc) : richToMarkdown(doc)),
  cleanPaste: ({ format, html }) => cleanPaste(html, format),
  splitIntoClozes: ({ text }) => splitIntoClozes(text),
  addNote: async (input) => {
    const id = world.newId();
    const records = addNote(collection, input, world.now(), id);
    if (isFault(records)) return records;
    const note = records.notes?.[0]?.[1];
    await commit("add", note ? title(collection, note, 0) : "", records);
    return noteView(collection, id);
  },
  tags: ({ prefix = "" }) => tagCompletion(collection, prefix, prefix === "" ? mostTags.all : mostTags.completed),
  twins: (input) => twins(collection, input),
  doctor: (input) => diagnose(collection, input),
  saveDraft: async ({ draft, note }) => {
    await (draft ? store.drafts.keep(draft) : store.drafts.drop(note));
    return null;
  },
  draft: () => store.drafts.all[0] ?? null,
  drafts: () => store.drafts.all,
});
