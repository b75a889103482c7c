import type { Player } from "../state/player.ts";
import { player as words } from "../text/player.ts";
import { CommandButton } from "./CommandButton.tsx";

/** What is done with the sounds of a card, and what became of them. */
export function PlayerBar({ player }: { player: Player }) {
  const times = player.speed.value;
  return (
    <fieldset class="player" aria-label={words.label}>
      <CommandButton id="replay" look="icon" />
      <CommandButton id="rewind" look="icon" />
      <CommandButton id="pause" look="icon" />
      <CommandButton id="forward" look="icon" />
      <CommandButton id="slower" look="icon" />
      <output class="player-speed" aria-label={words.speedLabel(times)}>
        {words.speed(times)}
      </output>
      <CommandButton id="faster" look="icon" />
      <span class="player-trouble" role="status">
        {player.trouble.value}
      </span>
    </fieldset>
  );
}
