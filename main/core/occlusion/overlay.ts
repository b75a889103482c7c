import type { Shape } from "../../contract/occlusion.ts";
import { escapeHtml } from "../html/entities.ts";

/** A shape on a card: whether it belongs to the gap that is asked. */
export interface Mask {
  shape: Shape;
  active: boolean;
}

type Look = "active" | "inactive" | "highlight";

/**
 * What lies over the picture of an occlusion card, as HTML of ours: numbers, colours that are plainly colours, escaped text. It
 * fills the box around the picture, which has to be positioned. On the question the asked shapes are masked, and with hide-all the
 * others too; on the answer the asked ones are only outlined. It bears the id of Anki's canvas, so that a deck's colours apply.
 */
export function overlay(masks: readonly Mask[], side: "question" | "answer"): string {
  const hidden = masks.filter(({ shape, active }) => lookOf(shape, active, side) !== null).length;
  const label = side === "question" ? `${hidden} hidden` : "opened";
  const drawn = masks.map(({ shape, active }) => {
    const look = lookOf(shape, active, side);
    if (shape.kind === "text") return labelled(shape);
    return look === null ? "" : drawnMask(shape, look);
  });
  return `<div id="image-occlusion-canvas" role="img" aria-label="${label}">${drawn.join("")}</div>`;
}

/** The style that goes with it. The names of the colours are Anki's. */
export const occlusionCss = `
#image-occlusion-container { position: relative; display: inline-block; max-width: 100%; }
#image-occlusion-container img { display: block; max-width: 100%; margin: 0; }
#image-occlusion-canvas { position: absolute; inset: 0; overflow: hidden; container-type: size; }
#image-occlusion-canvas > * { position: absolute; box-sizing: border-box; }
.mask { transform-origin: 0 0; }
.mask.ellipse { border-radius: 50%; }
.mask.inactive { background: var(--fill, var(--inactive-shape-color, #ffeba2)); border: solid var(--inactive-shape-border, 1px #212121); }
.mask.active { background: var(--fill, var(--active-shape-color, #ff8e8e)); border: solid var(--active-shape-border, 1px #212121); }
.mask.highlight { background: var(--highlight-shape-color, #ff8e8e00); border: solid var(--highlight-shape-border, 1px #ff8e8e); outline: 2px solid #ff8e8e; }
svg.mask:is(.active, .inactive, .highlight) { inset: 0; width: 100%; height: 100%; background: none; border: none; outline: none; }
svg.mask polygon { vector-effect: non-scaling-stroke; stroke-width: 1; stroke: #212121; }
svg.mask.inactive polygon { fill: var(--fill, var(--inactive-shape-color, #ffeba2)); }
svg.mask.active polygon { fill: var(--fill, var(--active-shape-color, #ff8e8e)); }
svg.mask.highlight polygon { fill: none; stroke: #ff8e8e; stroke-width: 3; }
.mask-label { transform-origin: 0 0; padding: 0 .2em; color: #212121; background: #fff; line-height: 1.2; white-space: pre; }
`;

function lookOf({ kind, props }: Shape, active: boolean, side: "question" | "answer"): Look | null {
  if (kind === "text") return null;
  if (active) return side === "question" ? "active" : "highlight";
  return props.oi === "1" ? "inactive" : null;
}

function drawnMask(shape: Shape, look: Look): string {
  const { props } = shape;
  const fill = color(props.fill);
  const own = fill ? `--fill:${fill};` : "";
  if (shape.kind === "polygon")
    return `<svg class="mask ${look}" style="${own}" viewBox="0 0 1 1" preserveAspectRatio="none"><polygon points="${points(props.points)}"></polygon></svg>`;
  const ellipse = shape.kind === "ellipse";
  const width = ellipse ? 2 * number(props.rx) : number(props.width);
  const height = ellipse ? 2 * number(props.ry) : number(props.height);
  const size = `width:${percent(width)};height:${percent(height)};`;
  return `<div class="mask ${look}${ellipse ? " ellipse" : ""}" style="${own}${place(props)}${size}"></div>`;
}

function labelled({ props }: Shape): string {
  const lines = number(props.fs, 0.05) * number(props.scale, 1);
  const size = `font-size:${round(lines * 100)}cqh;`;
  return `<div class="mask-label" style="${place(props)}${size}">${escapeHtml(props.text ?? "")}</div>`;
}

function place(props: Shape["props"]): string {
  const angle = number(props.angle);
  const turned = angle === 0 ? "" : `transform:rotate(${round(angle)}deg);`;
  return `left:${percent(number(props.left))};top:${percent(number(props.top))};${turned}`;
}

function points(written = ""): string {
  const numbers = written
    .trim()
    .split(/[\s,]+/)
    .slice(0, 2_000)
    .map((part) => round(number(part)));
  return numbers.flatMap((x, i) => (i % 2 === 0 ? [`${x},${numbers[i + 1] ?? 0}`] : [])).join(" ");
}

/** A number, whatever was written; far outside of the picture is as good as anywhere. */
function number(written: string | undefined, otherwise = 0): number {
  const value = Number.parseFloat(written ?? "");
  return Number.isFinite(value) ? Math.max(-1_000, Math.min(1_000, value)) : otherwise;
}

const color = (written = ""): string | null => (/^#[0-9a-f]{3,8}$|^[a-z]{3,20}$/i.test(written) ? written : null);

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

const percent = (fraction: number): string => `${round(fraction * 100)}%`;
