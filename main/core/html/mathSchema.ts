import type { Schema } from "hast-util-sanitize";

const words = (text: string) => text.trim().split(/\s+/);

const mathml = words(`
  math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub
  msubsup msup mtable mtd mtext mtr mlabeledtr munder munderover none`);
const drawing = words("svg g path rect line text ellipse polygon polyline");
const wrapping = words("mjx-container mjx-assistive-mml");

const everywhere = words(`
  className style display fill stroke transform width height x y x1 y1 x2 y2 rx ry cx cy d points viewBox preserveAspectRatio
  strokeWidth strokeDashArray strokeLineCap strokeThickness fontSize fontFamily role focusable ariaHidden ariaLabel jax overflow
  dataMmlNode dataBackground dataLine dataFrame dataTable dataVariant dataMjxError dataTex unselectable justify`);

/** What a formula of ours may be made of. MathJax writes it, but from what a deck says; so it is not taken on trust either. */
export const mathSchema: Schema = {
  tagNames: [...mathml, ...drawing, ...wrapping],
  strip: words("script style foreignObject image use a animate set semantics annotation annotation-xml title desc"),
  ancestors: {},
  attributes: {
    "*": everywhere,
    ...Object.fromEntries(
      mathml.map((name) => [
        name,
        words(`
          mathVariant mathvariant mathcolor mathbackground mathsize displaystyle scriptlevel stretchy fence separator form
          lspace rspace minsize maxsize symmetric largeop movablelimits accent accentunder linethickness columnalign rowspacing
          columnspacing columnlines rowlines frame framespacing side equalrows equalcolumns depth voffset notation bevelled
          numalign denomalign open close columnspan rowspan rowalign width height`),
      ]),
    ),
  },
  protocols: {},
  required: {},
  clobber: [],
  clobberPrefix: "",
  allowComments: false,
  allowDoctypes: false,
};
