import type { MirrorView } from "../../main/contract/transfer.ts";

export const mirrors = {
  begin: "Keep in a Markdown folder …",
  end: (folder: string): string => `Keep no longer in “${folder}”`,
  begun: (folder: string): string =>
    `The deck is kept in “${folder}” from now on. What is edited there comes in when you say so.`,
  ended: (folder: string): string => `“${folder}” stays as it is, and is followed no more.`,
  look: "Look at it",
  changed: ({ name, folder }: MirrorView): string => `Files of “${name}” were changed in the folder “${folder}”.`,
  /** What a person should know of the folder; "" if all is well. */
  say: ({ state, folder, say, news }: MirrorView): string => {
    if (state === "outside")
      return `Files in “${folder}” were changed. Until they are merged, Mneme writes nothing there.`;
    if (news) return `Files were added in “${folder}”.`;
    return state === "trouble" ? `Its folder “${folder}” cannot be kept: ${say}` : "";
  },
};
