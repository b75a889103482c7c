import { type ListName, lists } from "./shapes.ts";

/** Media may come one by one, with their bytes. */
export type GivenLists = { [N in ListName]?: Iterable<object> | AsyncIterable<object> };

export const version = 1;

/**
 * A deck in JSON, one record a line, so that two versions of it can be compared line by line. Members and records stand in an order
 * of their own, whatever order they were given in; a list without records is left out.
 */
export async function* writeLists(head: Readonly<Record<string, unknown>>, given: GivenLists): AsyncGenerator<string> {
  yield `{\n"mneme": ${version}`;
  for (const [name, value] of Object.entries(head)) yield `,\n${JSON.stringify(name)}: ${JSON.stringify(value)}`;
  for (const name of Object.keys(lists) as ListName[]) {
    let begun = false;
    for await (const record of given[name] ?? []) {
      yield `${begun ? "," : `,\n"${name}": [`}\n${lineOf(name, record)}`;
      begun = true;
    }
    if (begun) yield "\n]";
  }
  yield "\n}\n";
}

function lineOf(list: ListName, record: object): string {
  const members = new Map(Object.entries(record));
  const known = Object.keys(lists[list].entries).filter((name) => members.get(name) !== undefined);
  return `{ ${known.map((name) => `${JSON.stringify(name)}: ${JSON.stringify(sorted(members.get(name)))}`).join(", ")} }`;
}

/** Maps by their keys; lists stay in their order. Records are as deep as our shapes are, so this may recurse. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, of]): [string, unknown] => [key, sorted(of)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
};
