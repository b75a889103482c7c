import { SaxesParser } from "saxes";
import type { Entry } from "../../core/codec/mnemosyne/log.ts";
import { Refusal } from "../anki/refusal.ts";

const most = { entries: 2_000_000, depth: 20, text: 10_000_000, attributes: 200 };
/** Characters that are given to the parser at once. */
const piece = 1 << 16;
const todo = "Export it again from Mnemosyne.";

/** The entries of `cards.xml`: elements `log` whose values are attributes or elements within. Throws a Refusal. */
export function* readLog(xml: string): Generator<number, Entry[]> {
  const entries: Entry[] = [];
  const parser = new SaxesParser();
  let depth = 0;
  let values: Map<string, string> | null = null;
  let key = "";
  let text = "";
  const refuse = (detail: string, place = "cards.xml"): never => {
    throw new Refusal(detail, place, todo, true);
  };
  parser.on("error", (error) => refuse(`it is no XML (${error.message.slice(0, 100)})`));
  parser.on("doctype", () => refuse("it declares a document type of its own, which no file of Mnemosyne does"));
  parser.on("opentag", ({ name, attributes }) => {
    if (++depth > most.depth) refuse("its elements lie too deep in each other");
    if (name === "log") {
      if (entries.length >= most.entries) refuse("it has too many entries");
      values = new Map(Object.entries(attributes).slice(0, most.attributes));
    } else if (values) {
      key = name;
      text = "";
    }
  });
  const take = (part: string) => {
    if (key === "") return;
    text += part;
    if (text.length > most.text) refuse("a field of it is larger than 10 MB", `entry ${entries.length + 1}`);
  };
  parser.on("text", take);
  parser.on("cdata", take);
  parser.on("closetag", ({ name }) => {
    depth--;
    if (!values) return;
    if (name === "log") {
      entries.push({ kind: Number(values.get("type")), id: values.get("o_id") ?? "", values });
      values = null;
    } else if (name === key && !values.has(key) && values.size < most.attributes) values.set(key, text);
    key = "";
  });
  for (let at = 0; at < xml.length; at += piece) {
    parser.write(xml.slice(at, at + piece));
    yield entries.length;
  }
  parser.close();
  return entries;
}
