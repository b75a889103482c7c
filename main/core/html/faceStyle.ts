/** The colours of the app's tokens that a card uses, light and dark. A test compares them with the window's own. */
export const faceTokens = {
  paper: "light-dark(oklch(98.6% 0.005 85), oklch(19.5% 0.01 260))",
  sunk: "light-dark(oklch(96.4% 0.007 85), oklch(16.8% 0.01 260))",
  line: "light-dark(oklch(90.5% 0.008 85), oklch(30% 0.012 260))",
  edge: "light-dark(oklch(63% 0.012 85), oklch(54% 0.012 260))",
  ink: "light-dark(oklch(24% 0.012 260), oklch(93% 0.006 85))",
  soft: "light-dark(oklch(45% 0.012 260), oklch(77% 0.01 260))",
  faint: "light-dark(oklch(51% 0.012 260), oklch(69% 0.01 260))",
  accent: "light-dark(oklch(45% 0.09 205), oklch(79% 0.095 200))",
  "accent-wash": "light-dark(oklch(94% 0.024 205), oklch(29% 0.036 205))",
  again: "light-dark(oklch(53% 0.15 25), oklch(74% 0.13 25))",
  hard: "light-dark(oklch(56% 0.11 70), oklch(80% 0.11 75))",
  good: "light-dark(oklch(50% 0.1 155), oklch(79% 0.11 155))",
  easy: "light-dark(oklch(50% 0.11 255), oklch(77% 0.1 255))",
  danger: "light-dark(oklch(47% 0.15 25), oklch(78% 0.12 25))",
  reading: '"Literata Variable", "Noto Serif", "Source Han Serif", "Noto Serif CJK SC", Georgia, serif',
  code: 'ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace',
};

const tokens = Object.entries(faceTokens)
  .map(([name, value]) => `--mneme-${name}: ${value};`)
  .join("\n");

/** Where the author says nothing at all: the window's own cards, so that a plain one and a framed one look alike. */
const ownLook = `
body { padding: max(1.5rem, 24vh) clamp(1.5rem, 6vw, 8rem) 1.5rem; }
.card { font-size: clamp(1.55rem, 1.1rem + 1.15vw, 2.5rem); font-weight: 430; line-height: 1.42; letter-spacing: -0.006em; text-wrap: balance; }
#qa { max-inline-size: min(32ch, 100%); margin-inline: auto; }
.card:has(#qa :is(p + p, li, pre, blockquote, table, mjx-container[display])) { font-size: clamp(1.2rem, 0.95rem + 0.65vw, 1.8rem); text-wrap: pretty; }
.card:has(#qa :is(p + p, li, pre, blockquote, table)) #qa { max-inline-size: min(44ch, 100%); }
:is(p, ul, ol, pre, blockquote, table, h1, h2, h3, h4, h5, h6) { margin-block: 0; }
:is(p, ul, ol, pre, blockquote, table, h1, h2, h3, h4, h5, h6) + :is(p, ul, ol, pre, blockquote, table, h1, h2, h3, h4, h5, h6) { margin-block-start: 0.7em; }
h1, h2, h3, h4, h5, h6 { font-size: 1em; font-weight: 650; }
hr { inline-size: 3.6rem; margin: clamp(1.1rem, 3.4vh, 2rem) auto; opacity: 0.55; }
.answer { font-weight: 560; }
:is(td, th) { padding: 0.2em 0.6em; border-block-end: 1px solid var(--line); }
.cloze { padding: 0.02em 0.35em; border-radius: 0.25em; background: var(--accent-wash); font-weight: 560; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.extra { margin-block-start: 1rem; color: var(--soft); font-size: 1.08rem; font-weight: 400; line-height: 1.6; letter-spacing: 0; text-wrap: pretty; }
.source { margin-block-start: 0.9rem; color: var(--faint); font-size: 0.85rem; font-weight: 400; line-height: 1.6; letter-spacing: 0; }
.source p { display: inline; }
`;

/** Beneath an author's style: what Anki has beneath it, in our colours and typefaces. */
const beneath = `
body { margin: 20px; min-block-size: calc(100vh - 40px); }
.card { font-size: 1.25rem; line-height: 1.5; }
`;

/** Where there is an author or not: what only we draw, and what keeps a card in its place. */
const always = `
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; min-block-size: 100vh; overflow-wrap: anywhere; -webkit-font-smoothing: antialiased; }
.card { background: var(--paper); color: var(--ink); font-family: var(--reading); text-align: center; }
#answer { scroll-margin-block-start: 55vh; }
img, video { max-inline-size: 100%; max-block-size: 95vh; }
table { margin-inline: auto; border-collapse: collapse; }
:is(ul, ol) { padding-inline-start: 1.3em; text-align: start; }
hr { border: 0; border-block-start: 1px solid var(--edge); }
a { color: var(--accent); text-underline-offset: 0.18em; }
mark { background: var(--accent-wash); color: inherit; }
code, pre { font: 0.82em / 1.4 var(--code); background: var(--sunk); }
code { padding: 0.1em 0.3em; border-radius: 0.3em; }
pre { padding: 0.8em 1em; border-radius: 0.5rem; text-align: start; white-space: pre-wrap; }
pre code { padding: 0; background: none; font-size: 1em; }
blockquote { margin-inline: 0; padding-inline-start: 1em; border-inline-start: 2px solid var(--line); text-align: start; }
.cloze { color: var(--accent); font-weight: bold; }
.hint { color: var(--soft); }
.hint > summary { color: var(--accent); cursor: default; }
.replay-button { display: inline-block; margin: 0.1em; text-decoration: none; vertical-align: middle; }
.replay-button svg { inline-size: min(1.5em, 34px); block-size: min(1.5em, 34px); min-inline-size: 24px; min-block-size: 24px; vertical-align: middle; }
.replay-button svg circle { fill: var(--accent-wash); stroke: var(--edge); }
.replay-button svg path { fill: var(--accent); }
.missing-media, .remote-image, .remote-page, .remark { color: var(--faint); font-size: 0.85rem; font-style: italic; font-weight: 400; letter-spacing: 0; }
.missing-media, .remote-image, .remote-page { display: inline-block; padding: 0.2em 0.6em; border: 1px dashed var(--edge); border-radius: 0.4em; }
.glimpse { font-family: inherit; }
.typeGood { color: var(--good); }
.typeBad, .typeMissed { color: var(--danger); }
.tex { white-space: pre-wrap; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
::selection { background: var(--accent-wash); color: var(--ink); }
`;

const formulas = `
mjx-container { position: relative; direction: ltr; white-space: nowrap; }
mjx-container[display] { display: block; margin: 0.7em 0; padding: 0.3em 2px; overflow: auto clip; text-align: center; }
mjx-container > svg { overflow: visible; min-inline-size: 1px; min-block-size: 1px; }
mjx-container text { font-family: var(--reading); }
g[data-mml-node="merror"] > g { fill: var(--danger); stroke: var(--danger); }
g[data-mml-node="merror"] > rect[data-background] { fill: none; stroke: none; }
g[data-mml-node="mtable"] > :is(line[data-line], rect[data-frame]), svg[data-table] > g > :is(line[data-line], rect[data-frame]) { stroke-width: 70px; fill: none; }
.mjx-dashed { stroke-dasharray: 140; }
.mjx-dotted { stroke-linecap: round; stroke-dasharray: 0, 140; }
g[data-mml-node="mtable"] > g > svg { overflow: visible; }
mjx-assistive-mml { position: absolute; inset: 0; overflow: hidden; clip-path: inset(50%); user-select: none; }
`;

const code = `
.hljs-comment, .hljs-quote, .hljs-meta { color: var(--faint); }
.hljs-keyword, .hljs-selector-tag, .hljs-literal, .hljs-doctag, .hljs-section, .hljs-name { color: var(--easy); }
.hljs-string, .hljs-regexp, .hljs-addition, .hljs-attribute { color: var(--good); }
.hljs-number, .hljs-symbol, .hljs-bullet, .hljs-variable, .hljs-template-variable, .hljs-attr { color: var(--hard); }
.hljs-title, .hljs-built_in, .hljs-type, .hljs-selector-class, .hljs-selector-id { color: var(--accent); }
.hljs-deletion { color: var(--danger); }
.hljs-emphasis { font-style: italic; }
.hljs-strong { font-weight: 650; }
`;

/**
 * What a card looks like before its author says anything. It is a layer, so whatever an author writes comes before it; only the ground
 * and the ink of the night do not, since a sheet that paints paper white means it for the day.
 */
export const faceStyle = (authored: boolean): string =>
  // Authors have names of their own for their colours, and neither shall be taken for the other.
  `
:root { ${tokens} }
html { color-scheme: light; font-size: clamp(15px, 12.4px + 0.22vw, 21px); scrollbar-width: thin; }
html[data-theme="dark"] { color-scheme: dark; }
@layer app {${always}${formulas}${code}${authored ? beneath : ownLook}}
body.nightMode { background: var(--paper); color: var(--ink); }
`.replaceAll("var(--", "var(--mneme-");
