import { computed, signal } from "@preact/signals";
import type { Sound } from "../../main/contract/face.ts";
import { player as words } from "../text/player.ts";
import type { Sounder, Sounding } from "./sounding.ts";

const slowest = 0.5;
const fastest = 2;
const step = 0.25;

/** Plays the sounds of a card, one after the other. `sound` begins one; without it nothing is heard. */
export function createPlayer(sound: Sounder | undefined) {
  /** What is heard now. */
  const current = signal<Sounding | null>(null);
  const paused = signal(false);
  const speed = signal(1);
  const trouble = signal<string | null>(null);
  /** Said once: a system without voices does not get one between two cards. */
  let speechless = false;
  /** Counts what was asked for, so that nothing plays on after something else was. */
  let turn = 0;

  function hush(): void {
    turn += 1;
    current.value?.stop();
    current.value = null;
    paused.value = false;
  }

  /** Stops what is heard; what was said about a sound goes with its card. */
  function stop(): void {
    hush();
    trouble.value = null;
  }

  /** Plays these in order, in place of what is heard. One that cannot be played is told, and the next one follows. */
  async function play(sounds: readonly Sound[]): Promise<void> {
    stop();
    const mine = turn;
    for (const each of sounds) {
      if (!sound || mine !== turn) return;
      const sounding = sound(each, speed.value);
      current.value = sounding;
      const end = await sounding.end;
      if (mine !== turn) return;
      current.value = null;
      paused.value = false;
      if (end === "unplayable" && each.kind === "file") trouble.value = words.unplayable(each.name);
      if (end === "speechless" && !speechless) trouble.value = words.speechless;
      speechless ||= end === "speechless";
    }
  }

  function setSpeed(times: number): void {
    speed.value = Math.min(fastest, Math.max(slowest, times));
    current.value?.speed(speed.value);
  }

  return {
    paused,
    speed,
    /** Why something was not heard, in a sentence. */
    trouble,
    playing: computed(() => current.value !== null),
    play,
    stop,
    toggle(): void {
      if (!current.value) return;
      paused.value = !paused.value;
      if (paused.value) current.value.pause();
      else current.value.resume();
    },
    /** Seconds, forward or back. */
    seek: (by: number) => current.value?.seek(by),
    slower: () => setSpeed(speed.value - step),
    faster: () => setSpeed(speed.value + step),
  };
}

export type Player = ReturnType<typeof createPlayer>;
