import type { Block, Inline } from "../../main/contract/face.ts";

/** A face as one line of plain text, as a screen reader should say it. */
export const plainText = (blocks: readonly Block[]): string => blocks.map(block).filter(Boolean).join(" ");

/** How many characters may stand in the largest type: about six lines of it. */
const short = 200;

/** Whether a face is a text to read rather than a phrase to take in at a glance. */
export const isLong = (blocks: readonly Block[]): boolean => plainText(blocks).length > short;

export const plainInlines = (inlines: readonly Inline[]): string => inlines.map(inline).join("");

function block(of: Block): string {
  switch (of.kind) {
    case "paragraph":
    case "heading":
      return plainInlines(of.children);
    case "quote":
      return plainText(of.children);
    case "list":
      return of.items.map(plainText).join("; ");
    case "codeblock":
      return of.text;
    case "rule":
      return "";
  }
}

function inline(of: Inline): string {
  if (typeof of === "string") return of;
  switch (of.kind) {
    case "code":
      return of.text;
    case "break":
      return " ";
    case "gap":
      return of.open ? plainInlines(of.children) : of.hint ? `blank (${of.hint})` : "blank";
    default:
      return plainInlines(of.children);
  }
}
