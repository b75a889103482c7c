import type { Schema } from "hast-util-sanitize";
import { holeTag } from "./holes.ts";

const words = (text: string) => text.trim().split(/\s+/);

const text = words(`
  a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd mark nobr q rb rp rt rtc ruby s samp small span
  strike strong sub sup time tt u var wbr`);
const blocks = words(`
  address article aside blockquote center dd details dir div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header
  hgroup hr legend li main menu nav ol p pre section summary ul meter progress`);
const tables = words("caption col colgroup table tbody td tfoot th thead tr");
const media = words("audio img picture source video");

/** No `use`, patterns or filters, which can be nested until drawing takes for ever; no animation, no foreign objects, no links. */
const drawing = words(`
  circle clipPath defs ellipse g line linearGradient marker mask path polygon polyline radialGradient rect stop text
  textPath tspan`);

/** What may stand within a drawing. */
export const drawn: ReadonlySet<string> = new Set(["svg", holeTag, ...drawing]);

/** Where these stand nothing of them stays, not even their text. */
const gone = words(`
  script style template iframe frame frameset embed applet noembed noframes textarea title select option input link meta
  base param track annotation annotation-xml foreignObject animate animateMotion animateTransform animateColor set desc metadata use image symbol
  pattern filter head`);

const everywhere = [
  ...words(`className id dir lang title style hidden role align vAlign bgColor color width height border translate`),
  "aria*",
  "data*",
];

const drawnAttributes = words(`
  viewBox preserveAspectRatio transform d points pathLength cx cy r rx ry x y x1 y1 x2 y2 dx dy rotate fx fy fr offset
  fill fillOpacity fillRule stroke strokeWidth strokeOpacity strokeLineCap strokeLineJoin strokeMiterLimit strokeDashArray
  strokeDashOffset opacity stopColor stopOpacity clipPath clipRule mask markerStart markerMid markerEnd markerUnits markerWidth
  markerHeight refX refY orient gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits
  textAnchor dominantBaseline alignmentBaseline baselineShift fontFamily fontSize fontStyle fontWeight fontVariant letterSpacing
  wordSpacing textDecoration textLength lengthAdjust startOffset vectorEffect paintOrder display visibility overflow
  shapeRendering textRendering`);

/**
 * What a side of a card may hold: what authors write with, and nothing that runs, loads, sends or leads elsewhere. Addresses are only
 * let through here for `rewrite` to replace. An `id` stays as it is, since authors' styles name them (`#answer`, `#qa`) and no script
 * that it could confuse ever runs beside it; `name` does not.
 */
export const schema: Schema = {
  tagNames: [...text, ...blocks, ...tables, ...media, "svg", ...drawing, holeTag],
  strip: gone,
  ancestors: Object.fromEntries([
    ...drawing.map((name) => [name, ["svg"]]),
    ...tables.filter((name) => name !== "table").map((name) => [name, ["table"]]),
    ["source", ["audio", "video", "picture"]],
    ["summary", ["details"]],
  ]),
  attributes: {
    "*": everywhere,
    a: ["href"],
    br: ["clear"],
    ol: words("start reversed type compact"),
    ul: words("type compact"),
    li: words("value type"),
    hr: words("size noShade"),
    font: words("face size"),
    table: words("cellPadding cellSpacing frame rules summary"),
    col: ["span"],
    colgroup: ["span"],
    td: words("colSpan rowSpan headers abbr scope noWrap"),
    th: words("colSpan rowSpan headers abbr scope noWrap"),
    details: ["open"],
    time: ["dateTime"],
    data: ["value"],
    meter: words("value min max low high optimum"),
    progress: words("value max"),
    img: words("src alt hSpace vSpace"),
    audio: words("src controls loop muted autoPlay"),
    video: words("src poster controls loop muted autoPlay"),
    source: ["src"],
    svg: drawnAttributes,
    ...Object.fromEntries(drawing.map((name) => [name, drawnAttributes])),
    [holeTag]: ["n"],
  },
  protocols: {},
  required: {},
  clobber: [],
  clobberPrefix: "",
  allowComments: false,
  allowDoctypes: false,
};
