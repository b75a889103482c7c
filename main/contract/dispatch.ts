import * as v from "valibot";
import { Failure, type Fault, isFault, type Reply, sentence } from "./faults.ts";

type Table = Record<string, { input: v.GenericSchema }>;
type Handlers = Record<string, (input: never) => unknown>;

/**
 * Runs one call: is it in the table, does its input parse, what does its handler say? Never throws.
 * A handler gives a value, gives a fault, or throws a `Failure`; anything else thrown is a bug and is written to stderr.
 */
export async function dispatch(
  table: Table,
  handlers: Handlers,
  name: unknown,
  input: unknown,
): Promise<Reply<unknown>> {
  try {
    const call = typeof name === "string" && Object.hasOwn(table, name) ? table[name] : undefined;
    if (!call)
      return refuse({ code: "unknownCall", detail: typeof name === "string" ? name.slice(0, 100) : typeof name });
    const parsed = v.safeParse(call.input, input ?? {});
    if (!parsed.success) return refuse({ code: "badInput", detail: describe(parsed.issues[0]) });
    const value = await handlers[name as string]?.(parsed.output as never);
    return isFault(value) ? refuse(value) : { ok: true, value };
  } catch (error) {
    return refusal(error);
  }
}

/** What was thrown, as a reply: the fault of a `Failure`; anything else is a bug. */
export function refusal(error: unknown): Reply<never> {
  if (error instanceof Failure) return refuse(error.fault);
  return refuse({ code: "bug", detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
}

/** A fault as it travels, with its sentence. */
export function refuse(fault: Fault): Reply<never> {
  return { ok: false, fault, say: sentence(fault) };
}

function describe(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return path ? `“${path}” — ${issue.message}` : issue.message;
}
