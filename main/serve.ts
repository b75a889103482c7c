import type { App } from "./app.ts";
import { refuse } from "./contract/dispatch.ts";
import type { Reply } from "./contract/faults.ts";
import { linesOf } from "./lines.ts";

/** Bytes; the largest call is an import of 50 MB. */
const longestLine = 60_000_000;

/**
 * Reads one JSON call per line from stdin, and writes one JSON reply per line, in the same order, each when the one before
 * is taken. Ends when stdin ends, when nobody reads the replies any more, or at SIGTERM or SIGINT; a call under way is
 * finished first.
 */
export async function serve(app: App): Promise<undefined> {
  const { stdin, stdout } = process;
  const stopped = new Promise<null>((resolve) => {
    const stop = () => resolve(null);
    process.once("SIGTERM", stop).once("SIGINT", stop);
    stdout.once("error", stop);
  });
  const lines = linesOf(stdin, longestLine);
  for (;;) {
    const next = await Promise.race([stopped, lines.next()]);
    if (!next || next.done) break;
    if (next.value?.trim() === "") continue;
    const text = `${JSON.stringify(await reply(app, next.value))}\n`;
    await Promise.race([stopped, new Promise((done) => stdout.write(text, done))]);
  }
  stdin.destroy();
}

async function reply(app: App, line: string | null): Promise<{ id: unknown } & Reply<unknown>> {
  if (line === null) return { id: null, ...refuse({ code: "badInput", detail: "a line may hold 60 MB at most" }) };
  const { id, call, input } = parse(line);
  if (call === undefined) return { id, ...refuse({ code: "badInput", detail: "a line must be {id, call, input}" }) };
  return { id, ...(await app.localCall(call, input)) };
}

function parse(line: string): { id: unknown; call?: unknown; input?: unknown } {
  try {
    const { id = null, call, input } = Object(JSON.parse(line));
    return { id, call, input };
  } catch {
    return { id: null };
  }
}
