import type { ReadonlySignal, Signal } from "@preact/signals";
import type { RichDoc } from "../../../main/contract/rich.ts";
import type { Editor } from "./editor.ts";

/** What a field of a form is, to those who draw it. */
export interface Written {
  id: string;
  label: string;
  help: string;
  format: "markdown" | "html";
  rtl: boolean;
  /** "" and 0 for the app's own. */
  font: string;
  size: number;
  /** The document at first; null for a field of plain text, which has no form. */
  first: RichDoc | null;
  /** The document as it is now, where it differs from that. */
  latest(): RichDoc | null;
  /** The text as it is stored: what the source view shows. */
  text: ReadonlySignal<string>;
  isSource: ReadonlySignal<boolean>;
  /** Set while the field is on the screen. */
  editor: Signal<Editor | null>;
  /** The form has changed; `same` if it is as it was at first. */
  edited(doc: RichDoc, same: boolean): void;
  /** The source was typed. */
  wrote(text: string): void;
  /** Between the text and its source. */
  turn(): Promise<void>;
}
