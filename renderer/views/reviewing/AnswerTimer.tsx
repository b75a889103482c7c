import { useEffect, useState } from "preact/hooks";
import type { Session } from "../../state/session.ts";
import { clockTime } from "../../text/durations.ts";
import { timer as words } from "../../text/reviewing.ts";

/** Often enough that no second is left out. */
const every = 250;

/** How long the person has thought about the question. It stops when the answer shows, and where no more is counted. */
export function AnswerTimer({ session }: { session: Session }) {
  const { shownAt, revealed } = session.turn.value;
  const [ms, setMs] = useState(0);
  useEffect(() => {
    const tell = () => setMs(session.thought());
    tell();
    if (revealed) return;
    const timer = setInterval(tell, every);
    return () => clearInterval(timer);
  }, [session, shownAt, revealed]);
  return (
    <span class="study-timer" role="timer" aria-label={words.label}>
      {clockTime(ms)}
    </span>
  );
}
