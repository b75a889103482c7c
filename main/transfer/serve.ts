import { Failure, type Fault } from "../contract/faults.ts";
import type { Progress } from "./format.ts";
import type { Line, News, Request } from "./messages.ts";
import { Transfer } from "./transfer.ts";

/** Milliseconds between two words about the same stage. */
const every = 100;

/** Answers what is asked over a line, one after the other, for as long as it is held. */
export function serveTransfer(line: Line, newId: () => string): void {
  let transfer: Transfer | null = null;
  let turn: Promise<void> = Promise.resolve();
  const progress = throttled((said) => line.post({ progress: said }));
  const answer = async ({ n, ...request }: Request) => {
    try {
      line.post({ n, value: await transfer?.ask(request) });
    } catch (error) {
      line.post({ n, fault: faultOf(error) });
    }
  };
  const follow = async (news: News) => transfer?.follow(news);
  line.listen((message) => {
    if ("begin" in message) transfer = new Transfer({ ...message.begin, newId, progress, signal: line.signal });
    else if ("news" in message) turn = turn.then(() => follow(message.news));
    else turn = turn.then(() => answer(message.request));
  });
}

function faultOf(error: unknown): Fault {
  if (error instanceof Failure) return error.fault;
  return { code: "bug", detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}

/** A new stage and its end are told at once, what lies between now and then. */
function throttled(tell: (progress: Progress) => void): (progress: Progress) => void {
  let stage = "";
  let told = 0;
  return (progress) => {
    const now = performance.now();
    const isEnd = progress.total > 0 && progress.done >= progress.total;
    if (progress.stage === stage && now - told < every && !isEnd) return;
    stage = progress.stage;
    told = now;
    tell(progress);
  };
}
