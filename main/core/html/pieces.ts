import type { Element, ElementContent, Properties } from "hast";
import type { Sound } from "../../contract/face.ts";
import type { Draft } from "./draft.ts";

export const element = (tagName: string, properties: Properties, ...children: ElementContent[]): Element => ({
  type: "element",
  tagName,
  properties,
  children,
});

export const words = (value: string): ElementContent => ({ type: "text", value });

/** Says in a line of the face what could not be shown. */
export const remark = (className: string, said: string): Element =>
  element("span", { className: [className] }, words(said));

/** Counts a sound and makes the button that plays it. Authors style it by Anki's names. */
export function addSound(draft: Draft, sound: Sound, label: string): Element {
  const index = draft.sounds.push(sound) - 1;
  const disc = element("circle", { cx: "32", cy: "32", r: "29" });
  const arrow = element("path", { d: "M25 18v28l23-14z" });
  const drawn = element("svg", { className: ["playImage"], viewBox: "0 0 64 64", ariaHidden: "true" }, disc, arrow);
  const className = ["replay-button", "soundLink"];
  return element("a", { className, href: `card://play/${index}`, title: label, ariaLabel: label }, drawn);
}
