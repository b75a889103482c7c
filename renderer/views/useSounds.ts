import { useEffect } from "preact/hooks";
import type { App } from "../state/app.ts";
import type { Session } from "../state/session.ts";
import { saidBy } from "../state/sounds.ts";
import { showing } from "../state/turn.ts";
import { useApp } from "./context.ts";
import { isOf, sideOf } from "./faceUrl.ts";

/** Lets a side be heard when it appears. Nothing is heard any more once its card is gone. */
export function useSounds(session: Session): void {
  const { player, settings } = useApp();
  const card = session.card.value;
  const { revealed } = session.turn.value;
  useEffect(() => {
    if (card && settings.view.value?.autoplay !== false)
      void player.play(saidBy(card, revealed ? "answer" : "question"));
    else player.stop();
  }, [card && showing(card), revealed, player]);
  useEffect(() => player.stop, [player]);
}

/** A play button was pressed in a face. */
export function playAt(app: App, url: string, n: number): void {
  const face = app.session.value?.card.value?.face;
  if (face?.type !== "framed" || !isOf(face.url, url)) return;
  const sound = face.sounds[sideOf(url)][n];
  if (sound) void app.player.play([sound]);
}
