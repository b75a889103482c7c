import type { MirrorView } from "../../main/contract/transfer.ts";

export const mirrors = {
  begin: "Keep in a Markdown folder …",
  end: (folder: string): string => `Keep no longer in “${folder}”`,
  begun: (folder: string): string =>
    `The deck is kept in “${folder}” from now on. What you edit there is offered as an import.`,
  ended: (folder: string): string => `“${folder}” stays as it is, and is followed no more.`,
  /** What a person should know of the folder; "" if all is well. */
  say: ({ state, folder, say }: MirrorView): string => {
    if (state === "outside") return `Files in “${folder}” were changed: import the folder to merge them.`;
    return state === "trouble" ? `Its folder “${folder}” cannot be kept: ${say}` : "";
  },
};
