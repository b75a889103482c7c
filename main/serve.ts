import { createInterface } from "node:readline";
import type { App } from "./app.ts";
import { refuse } from "./contract/dispatch.ts";

/** Reads one JSON call per line from stdin until it ends, and writes one JSON reply per line, in the same order. */
export async function serve(app: App): Promise<undefined> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  const stop = () => lines.close();
  process.once("SIGTERM", stop).once("SIGINT", stop);
  for await (const line of lines) {
    if (line.trim() === "") continue;
    const { id, call, input } = parse(line);
    const reply =
      call === undefined
        ? refuse({ code: "badInput", detail: "a line must be {id, call, input}" })
        : await app.call(call, input);
    process.stdout.write(`${JSON.stringify({ id, ...reply })}\n`);
  }
}

function parse(line: string): { id: unknown; call?: unknown; input?: unknown } {
  try {
    const { id = null, call, input } = Object(JSON.parse(line));
    return { id, call, input };
  } catch {
    return { id: null };
  }
}
