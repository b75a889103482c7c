// Anki's note types as it makes them itself, with nothing in them yet.
import type { Json } from "./json.ts";

export const newModel = (id: number): Json => ({
  id,
  name: "",
  type: 0,
  mod: 0,
  usn: -1,
  sortf: 0,
  did: null,
  tmpls: [],
  flds: [],
  css: "",
  latexPre:
    "\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage[utf8]{inputenc}\n\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n",
  latexPost: "\\end{document}",
  latexsvg: false,
  req: [],
});

export const newField = (): Json => ({
  name: "",
  ord: 0,
  sticky: false,
  rtl: false,
  font: "Arial",
  size: 20,
  description: "",
  plainText: false,
  collapsed: false,
  excludeFromSearch: false,
});

export const newTemplate = (): Json => ({
  name: "",
  ord: 0,
  qfmt: "",
  afmt: "",
  bqfmt: "",
  bafmt: "",
  did: null,
  bfont: "",
  bsize: 0,
});
