import type { NoteType } from "../../../contract/shapes.ts";
import { markdownToHtml } from "../../html/markdownToHtml.ts";
import { sidesOf } from "./fieldText.ts";
import { mapOf, textOf, type Value } from "./value.ts";

const place = /<<\s{0,20}([#^/]?)\s{0,20}([^<>\n]{1,200}?)\s{0,20}>>/g;

/** A template of Mochi as a note type; null for one without fields. `<< Name >>` is a field. */
export function readTemplate(id: string, template: ReadonlyMap<string, Value>): NoteType | null {
  const fields = [...mapOf(template.get("fields"))]
    .filter(([key]) => !(key in {}))
    .map(([key, value]) => ({ key, said: mapOf(value) }));
  fields.sort((a, b) => (textOf(a.said.get("pos")) < textOf(b.said.get("pos")) ? -1 : 1));
  const taken = new Set<string>();
  const named = fields.slice(0, 200).map(({ key, said }, i) => {
    const wanted = nameOf(textOf(said.get("name")) || key) || `Field ${i + 1}`;
    const name = taken.has(wanted) ? `${wanted} ${i + 1}` : wanted;
    taken.add(name);
    return { key, name };
  });
  if (named.length === 0) return null;
  const known = new Map(
    named.flatMap(
      ({ key, name }) =>
        [
          [key, name],
          [name, name],
        ] as const,
    ),
  );
  const [front = "", ...back] = sidesOf(textOf(template.get("content"))).map((side) => htmlOf(side, known));
  return {
    id: `mochi ${id.replace(/[\p{Cc}/]/gu, "-").slice(0, 80)}`,
    name: textOf(template.get("name")).trim() || "Mochi",
    kind: "standard",
    format: "markdown",
    stock: null,
    fields: named.map(({ key, name }) => ({
      ...{ id: key, name, help: "", rtl: false, sticky: false, font: "", size: 0, unsearched: false },
    })),
    sort: named[0]?.key ?? "",
    templates: [
      {
        ...{ ord: 0, name: "Card 1", listFront: "", listBack: "" },
        front: front || `{{${named[0]?.name}}}`,
        back: ["{{FrontSide}}", '<hr id="answer">', ...back].join("\n"),
      },
    ],
    css: "",
    modified: 0,
  };
}

const nameOf = (name: string): string =>
  name
    .replace(/[{}:"<>&]/g, "")
    .replace(/^[#^/\s]+/, "")
    .trim()
    .slice(0, 100);

/** The side's Markdown as HTML, with fields where they stand. What is no field stays visible text. */
function htmlOf(side: string, known: ReadonlyMap<string, string>): string {
  const marked = side.replaceAll("{{", "{ {").replace(place, (whole, sign: string, name: string) => {
    const field = known.get(name.trim()) ?? known.get(nameOf(name));
    return field === undefined ? whole : `{{${sign}${field}}}`;
  });
  return markdownToHtml(marked);
}
