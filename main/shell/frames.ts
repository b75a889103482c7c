/** What a press within a face asks for: a link or a play button, by its number on that side. */
export interface Asked {
  what: "link" | "play";
  n: number;
}

/** Whether a frame of the window may show this: a face, or one that is being written. */
export const isFace = (url: string): boolean => /^card:\/\/(?:face|draft)\//.test(url);

/** What a navigation within a face asks for; null if for nothing that there is. */
export function asked(url: string): Asked | null {
  const [, what, n] = /^card:\/\/(link|play)\/(\d{1,6})$/.exec(url) ?? [];
  return what === "link" || what === "play" ? { what, n: Number(n) } : null;
}

/** Keys that mean something within a face itself: moving about, opening, copying. */
const own = /^(?:Enter|Tab|Arrow\w+|Page\w+|Home|End|Shift|Control|Alt|Meta|ContextMenu)$/;

interface Press {
  type: string;
  key: string;
  control: boolean;
  meta: boolean;
  isComposing?: boolean;
}

/** Whether a key that is pressed while a face has the focus is for the window. */
export function isForWindow({ type, key, control, meta, isComposing }: Press): boolean {
  if (type !== "keyDown" || isComposing || own.test(key)) return false;
  // Copying and selecting are the face's; zoom and the like are the menu's.
  return !(control || meta) || /^[zy,]$/i.test(key);
}
