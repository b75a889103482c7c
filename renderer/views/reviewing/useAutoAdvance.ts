import { useEffect } from "preact/hooks";
import type { Session } from "../../state/session.ts";
import { showing } from "../../state/turn.ts";
import { useApp } from "../context.ts";

/**
 * Waits for as long as the person chose, then goes on. It begins anew with every side and every letter typed, after the last sound; it
 * does not wait behind a dialog or a menu, and ends with the session.
 */
export function useAutoAdvance(session: Session): void {
  const { autoAdvance, dialog, player, menu } = useApp();
  const card = session.card.value;
  const { revealed, typed } = session.turn.value;
  const isHeld = dialog.value !== null || menu.value !== null || player.playing.value;
  const seconds = isHeld ? 0 : autoAdvance.seconds(session);
  useEffect(() => {
    if (seconds === 0) return;
    const timer = setTimeout(() => void autoAdvance.act(session), seconds * 1_000);
    return () => clearTimeout(timer);
  }, [seconds, card && showing(card), revealed, typed, autoAdvance, session]);
  useEffect(() => autoAdvance.end, [autoAdvance]);
}
