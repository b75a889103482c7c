import { expect, it } from "vitest";
import type { Sound } from "../../../main/contract/face.ts";
import { createPlayer } from "../../../renderer/state/player.ts";
import type { Sounder } from "../../../renderer/state/sounding.ts";

type End = Awaited<ReturnType<Sounder>["end"]>;

/** A browser that keeps a diary; a sound ends when the test says so. */
function browser() {
  const diary: string[] = [];
  let finish: (end: End) => void = () => {};
  const sound: Sounder = (sound, speed) => {
    const name = sound.kind === "file" ? sound.name : sound.text;
    diary.push(`${name} ×${speed}`);
    const end = new Promise<End>((resolve) => {
      finish = resolve;
    });
    const stop = () => {
      diary.push(`stop ${name}`);
      finish("stopped");
    };
    const note = (what: string) => () => void diary.push(what);
    return {
      end,
      stop,
      pause: note("pause"),
      resume: note("resume"),
      seek: (by) => void diary.push(`seek ${by}`),
      speed: (times) => void diary.push(`speed ${times}`),
    };
  };
  const ends = async (end: End) => {
    finish(end);
    await new Promise((done) => setTimeout(done));
  };
  return { diary, sound, ends };
}

const file = (name: string): Sound => ({ kind: "file", name });
const speech: Sound = { kind: "speech", text: "hello", lang: "en_US", voices: [], speed: 1 };

it("plays in order, and says which one cannot be played without leaving out the next", async () => {
  const { diary, sound, ends } = browser();
  const player = createPlayer(sound);
  void player.play([file("a.mp3"), file("b.mp3"), speech]);
  await ends("over");
  await ends("unplayable");
  expect(player.trouble.value).toMatch(/b\.mp3 could not be played/);
  expect(player.playing.value).toBe(true);
  await ends("over");
  expect(player.playing.value).toBe(false);
  expect(diary).toEqual(["a.mp3 ×1", "b.mp3 ×1", "hello ×1"]);
});

it("nothing is heard after something else was asked for, or the card is gone", async () => {
  const { diary, sound, ends } = browser();
  const player = createPlayer(sound);
  void player.play([file("a.mp3"), file("b.mp3")]);
  void player.play([file("c.mp3"), file("d.mp3")]);
  player.stop();
  await ends("over");
  expect(diary).toEqual(["a.mp3 ×1", "stop a.mp3", "c.mp3 ×1", "stop c.mp3"]);
  expect(player.playing.value).toBe(false);
});

it("a system without voices says so once", async () => {
  const { sound, ends } = browser();
  const player = createPlayer(sound);
  void player.play([speech]);
  await ends("speechless");
  expect(player.trouble.value).toMatch(/no voice/);
  void player.play([speech]);
  expect(player.trouble.value).toBeNull();
  await ends("speechless");
  expect(player.trouble.value).toBeNull();
});

it("pauses and goes on, moves, and keeps its speed within what can be understood", async () => {
  const { diary, sound } = browser();
  const player = createPlayer(sound);
  player.toggle();
  player.seek(5);
  void player.play([file("a.mp3")]);
  player.toggle();
  player.toggle();
  player.seek(-5);
  for (let i = 0; i < 9; i++) player.faster();
  expect(player.speed.value).toBe(2);
  for (let i = 0; i < 9; i++) player.slower();
  expect(player.speed.value).toBe(0.5);
  expect(diary.slice(0, 4)).toEqual(["a.mp3 ×1", "pause", "resume", "seek -5"]);
  void player.play([file("b.mp3")]);
  expect(diary.at(-1)).toBe("b.mp3 ×0.5");
});

it("without a browser to play them, sounds are simply not heard", async () => {
  const player = createPlayer(undefined);
  await player.play([file("a.mp3")]);
  expect(player.playing.value).toBe(false);
  expect(player.trouble.value).toBeNull();
});
