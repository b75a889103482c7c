import { useEffect } from "preact/hooks";
import type { Session } from "../../state/session.ts";
import { timebox as words } from "../../text/reviewing.ts";
import { useApp } from "../context.ts";

/** Says after every so many minutes, between two cards, how many were done in them. */
export function useTimebox(session: Session): void {
  const { notices, settings } = useApp();
  const minutes = settings.view.value?.timebox ?? 0;
  const answered = session.answered.value;
  useEffect(() => {
    const box = minutes > 0 ? session.timebox(minutes) : null;
    if (box) notices.status(words.done(box.cards, box.minutes));
  }, [answered, minutes, session, notices]);
}
