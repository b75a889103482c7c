import type { Element, ElementContent, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { isShapeKind } from "../occlusion/notation.ts";
import { type Mask, overlay } from "../occlusion/overlay.ts";
import { parseHtml } from "./parseHtml.ts";
import { textOf } from "./textOf.ts";

/** The shapes that a side names, and whether it is the answer. */
export interface Occlusions {
  masks: Mask[];
  side: "question" | "answer";
}

const most = 2_000;

/**
 * Takes the shapes of an image occlusion out of a tree as it was parsed (`core/occlusion/mark.ts`, or what Anki wrote); and with
 * them what only serves Anki's own way of drawing them, its script and its button. Null if there are none.
 */
export function takeOcclusions(tree: Root): Occlusions | null {
  const masks: Mask[] = [];
  let side: Occlusions["side"] = "question";
  visit(tree, "element", (node) => {
    const classes = Array.isArray(node.properties.className) ? node.properties.className : [];
    const mask = maskOf(node, classes.includes("cloze") || classes.includes("cloze-highlight"));
    if (!mask || masks.length >= most) return;
    masks.push(mask);
    if (classes.includes("cloze-highlight")) side = "answer";
  });
  if (masks.length === 0) return null;
  visit(tree, "element", (node, index, parent) => {
    if (!parent || index === undefined || !isAnkisOwn(node)) return;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return { masks, side };
}

function maskOf({ properties }: Element, active: boolean): Mask | null {
  const { dataShape, dataOrdinal, ...rest } = properties;
  if (typeof dataShape !== "string" || !isShapeKind(dataShape)) return null;
  const props = Object.entries(rest).flatMap(([name, value]) =>
    name.startsWith("data") && typeof value === "string" ? [[nameOf(name), value] as const] : [],
  );
  const number = Number.parseInt(String(dataOrdinal), 10) || 0;
  return { shape: { number, kind: dataShape, props: Object.fromEntries(props) }, active };
}

function nameOf(property: string): string {
  const name = property.slice("data".length).toLowerCase();
  return name === "occludeinactive" ? "oi" : name;
}

const isAnkisOwn = ({ tagName, properties, children }: Element) =>
  (tagName === "script" && textOf(children).includes("imageOcclusion")) ||
  (tagName === "button" && properties.id === "toggle");

/** Lays the masks over the picture of a face. Whether there was one. */
export function occlude(face: Root, { masks, side }: Occlusions): boolean {
  let laid = false;
  visit(face, "element", (node) => {
    if (laid || node.properties.id !== "image-occlusion-container") return;
    node.children.push(...((parseHtml(overlay(masks, side))?.children ?? []) as ElementContent[]));
    laid = true;
    return SKIP;
  });
  return laid;
}
