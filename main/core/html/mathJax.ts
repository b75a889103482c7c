import { MathJaxMhchemFontExtension } from "@mathjax/mathjax-mhchem-font-extension/js/svg.js";
import { MathJaxNewcmFont } from "@mathjax/mathjax-newcm-font/js/svg.js";
import { liteAdaptor } from "@mathjax/src/js/adaptors/liteAdaptor.js";
import { SerializedMmlVisitor } from "@mathjax/src/js/core/MmlTree/SerializedMmlVisitor.js";
import { RegisterHTMLHandler } from "@mathjax/src/js/handlers/html.js";
import { TeX } from "@mathjax/src/js/input/tex.js";
import "@mathjax/src/js/input/tex/action/ActionConfiguration.js";
import "@mathjax/src/js/input/tex/ams/AmsConfiguration.js";
import "@mathjax/src/js/input/tex/amscd/AmsCdConfiguration.js";
import "@mathjax/src/js/input/tex/bbox/BboxConfiguration.js";
import "@mathjax/src/js/input/tex/boldsymbol/BoldsymbolConfiguration.js";
import "@mathjax/src/js/input/tex/braket/BraketConfiguration.js";
import "@mathjax/src/js/input/tex/bussproofs/BussproofsConfiguration.js";
import "@mathjax/src/js/input/tex/cancel/CancelConfiguration.js";
import "@mathjax/src/js/input/tex/cases/CasesConfiguration.js";
import "@mathjax/src/js/input/tex/centernot/CenternotConfiguration.js";
import "@mathjax/src/js/input/tex/color/ColorConfiguration.js";
import "@mathjax/src/js/input/tex/configmacros/ConfigMacrosConfiguration.js";
import "@mathjax/src/js/input/tex/empheq/EmpheqConfiguration.js";
import "@mathjax/src/js/input/tex/enclose/EncloseConfiguration.js";
import "@mathjax/src/js/input/tex/extpfeil/ExtpfeilConfiguration.js";
import "@mathjax/src/js/input/tex/gensymb/GensymbConfiguration.js";
import "@mathjax/src/js/input/tex/mathtools/MathtoolsConfiguration.js";
import "@mathjax/src/js/input/tex/mhchem/MhchemConfiguration.js";
import "@mathjax/src/js/input/tex/newcommand/NewcommandConfiguration.js";
import "@mathjax/src/js/input/tex/noundefined/NoUndefinedConfiguration.js";
import "@mathjax/src/js/input/tex/physics/PhysicsConfiguration.js";
import "@mathjax/src/js/input/tex/textcomp/TextcompConfiguration.js";
import "@mathjax/src/js/input/tex/textmacros/TextMacrosConfiguration.js";
import "@mathjax/src/js/input/tex/unicode/UnicodeConfiguration.js";
import "@mathjax/src/js/input/tex/units/UnitsConfiguration.js";
import "@mathjax/src/js/input/tex/upgreek/UpgreekConfiguration.js";
import "@mathjax/src/js/input/tex/verb/VerbConfiguration.js";
import { mathjax } from "@mathjax/src/js/mathjax.js";
import { SVG } from "@mathjax/src/js/output/svg.js";
import { loadGlyphs } from "./mathGlyphs.ts";

/** All that draws, and nothing that leads elsewhere (`html`) or fetches (`require`, `autoload`). */
const packages =
  `base action ams amscd bbox boldsymbol braket bussproofs cancel cases centernot color configmacros empheq enclose
  extpfeil gensymb mathtools mhchem newcommand noundefined textcomp textmacros unicode units upgreek verb`.split(/\s+/);

/** What authors write for packages that are there anyway, or that must not do what it says. */
const macros = {
  require: ["", 1],
  href: ["{#2}", 2],
  class: ["{#2}", 2],
  style: ["{#2}", 2],
  cssId: ["{#2}", 2],
};

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
mathjax.asyncLoad = loadGlyphs;

// The arrows of chemistry.
MathJaxNewcmFont.addExtension(MathJaxMhchemFontExtension);
const output = new SVG({ fontCache: "none", fontData: MathJaxNewcmFont, linebreaks: { inline: false } });

/** Pixels that MathJax takes the sizes of letters to be; what it writes is in `ex`, so any will do. */
const em = 16;
const ex = 8;

/** HTML of one formula and its MathML. Rejects when the formula is more than MathJax can bear. */
export type Draw = (tex: string, display: boolean) => Promise<{ svg: string; mathml: string }>;

/**
 * Begins a side: what one of its formulas defines, the next ones know, and no other side does. `physics` gives other meanings to common
 * names, so it is there only for a side that asks for it.
 */
export function begin(physics: boolean): Draw {
  const input = new TeX({
    packages: physics ? [...packages, "physics"] : packages,
    macros,
    maxMacros: 1_000,
    maxBuffer: 5_120,
  });
  const document = mathjax.document("", { InputJax: input, OutputJax: output });
  const visitor = new SerializedMmlVisitor();
  return async (tex, display) => {
    // A label names the formulas of one drawing of a side; that they are drawn again makes no label double.
    input.reset();
    const item = await mathjax.handleRetriesFor(() => {
      const begun = new document.options.MathItem(tex, input, display);
      begun.start.node = adaptor.body(document.document);
      begun.setMetrics(em, ex, 80 * ex, 1);
      begun.convert(document);
      return begun;
    });
    return { svg: adaptor.outerHTML(item.typesetRoot), mathml: visitor.visitTree(item.root) };
  };
}
