import type { Element, ElementContent } from "hast";
import type { Draft } from "./draft.ts";
import { formula, latex } from "./formula.ts";
import { type Dug, holeTag } from "./holes.ts";
import { addSound, words } from "./pieces.ts";
import { sound } from "./players.ts";

/** What stands in place of a hole. Anyone can write such an element, so each hole is filled only once. */
export function fill(node: Element, draft: Draft, svg: boolean): ElementContent[] {
  const hole = holeOf(node, draft);
  if (!hole || draft.filled.has(hole)) return [];
  draft.filled.add(hole);
  // Within a drawing there is no place for anything but text.
  if (svg) return hole.source ? [words(hole.source)] : [];
  const before = draft.sounds.length;
  const filled = filling(hole, draft);
  if (draft.sounds.length > before) draft.soundHoles.push(hole);
  return filled;
}

function filling(hole: Dug, draft: Draft): ElementContent[] {
  switch (hole.kind) {
    case "sound":
      return [sound(hole.name, draft)];
    case "speech": {
      const { kind, text, lang, voices, speed } = hole;
      return [addSound(draft, { kind, text, lang, voices, speed }, "Speak")];
    }
    case "math":
      return [formula(hole, draft)];
    case "latex":
      return [latex(hole, draft)];
    case "elsewhere":
      return [];
  }
}

const holeOf = (node: Element, draft: Draft) => draft.holes[Number(node.properties.n)];

/** Whether there is a play button to be within an element. */
export function soundsIn(node: Element, draft: Draft): boolean {
  return node.children.some((child) => {
    if (child.type !== "element") return false;
    if (child.tagName !== holeTag) return soundsIn(child, draft);
    const kind = holeOf(child, draft)?.kind;
    return kind === "sound" || kind === "speech";
  });
}
