// What Mneme says of itself in Anki's JSON, under the key "mneme": Anki keeps keys that it does not know, so that what went there comes
// back as it was. Anybody may have written it, so it is looked at like everything else.
import { isObject, type Json, textOf } from "./json.ts";

/** What Mneme says in a part of the JSON. */
export const ownOf = (part: Json): Json => (isObject(part.mneme) ? part.mneme : {});

/** An id of Mneme's; "" for what is none. */
export const foreignId = (value: unknown): string => {
  const id = textOf(value);
  return id.length <= 100 && !/[\p{Cc}/]|^__proto__$/u.test(id) ? id : "";
};

/** A card of several answers to choose from is a plain question there: Anki would show the right one at once. */
export const choices = /\{\{choice:([^{}]*)\}\}/g;

const picture = /<div id="image-occlusion-container">([^<]*)<\/div>/g;

/** A side of a template as Anki can show it. There a picture is covered by a script of Anki's, which has to be called. */
export const sideForAnki = (source: string, side: "front" | "back"): string =>
  source
    .replace(
      picture,
      '<div id="image-occlusion-container">$1<canvas id="image-occlusion-canvas"></canvas></div>\n<script>anki.imageOcclusion.setup();</script>',
    )
    .replace(choices, (_, field: string) => (side === "front" ? "" : `{{${field}}}`));

/** A side of a template: as it was in Mneme, if Anki still has what was made of it. */
export function foreignSide(part: Json, side: "front" | "back", source: string): string {
  const own = ownOf(part)[side];
  return typeof own === "string" && sideForAnki(own, side) === source ? own : source;
}

/** The style of a type that has none of its own: Anki has no other for it. */
export const usualCss = `.card {
    font-family: arial;
    font-size: 20px;
    line-height: 1.5;
    text-align: center;
    color: black;
    background-color: white;
}
/* Mneme */
`;

export const plainCss = (css: string): string => (css === usualCss ? "" : css);
