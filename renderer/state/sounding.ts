import type { Sound } from "../../main/contract/face.ts";

/** One sound that is being heard. */
export interface Sounding {
  pause(): void;
  resume(): void;
  /** Seconds, forward or back; speech does not move. */
  seek(by: number): void;
  speed(times: number): void;
  stop(): void;
  /** How it ended. Never rejects. */
  end: Promise<"over" | "stopped" | "unplayable" | "speechless">;
}

/** Begins a sound at that speed. */
export type Sounder = (sound: Sound, speed: number) => Sounding;

/** The browser's own means: a player for files, and the system's voices. */
export const sounder: Sounder = (sound, speed) =>
  sound.kind === "file" ? play(sound.name, speed) : speak(sound, speed);

function play(name: string, speed: number): Sounding {
  const audio = new Audio(`media://file/${encodeURIComponent(name)}`);
  audio.defaultPlaybackRate = speed;
  audio.playbackRate = speed;
  let stop = () => {};
  const end = new Promise<"over" | "stopped" | "unplayable">((resolve) => {
    stop = () => {
      audio.pause();
      audio.removeAttribute("src");
      resolve("stopped");
    };
    audio.addEventListener("ended", () => resolve("over"));
    audio.addEventListener("error", () => resolve("unplayable"));
    audio.play().catch(() => audio.error && resolve("unplayable"));
  });
  return {
    end,
    stop,
    pause: () => audio.pause(),
    resume: () => void audio.play().catch(() => {}),
    seek: (by) => {
      audio.currentTime = Math.max(0, Math.min(audio.duration || 0, audio.currentTime + by));
    },
    speed: (times) => {
      audio.playbackRate = times;
    },
  };
}

function speak(sound: Extract<Sound, { kind: "speech" }>, speed: number): Sounding {
  const { speechSynthesis } = window;
  let stop = () => {};
  const end = new Promise<"over" | "stopped" | "speechless">((resolve) => {
    let stopped = false;
    stop = () => {
      stopped = true;
      speechSynthesis?.cancel();
      resolve("stopped");
    };
    void voices().then((all) => {
      if (stopped) return;
      const said = new SpeechSynthesisUtterance(sound.text);
      const voice = voiceFor(all, sound.voices, sound.lang.replace("_", "-"));
      if (!voice) return resolve("speechless");
      said.voice = voice;
      said.lang = voice.lang;
      said.rate = Math.min(10, Math.max(0.1, sound.speed * speed));
      said.addEventListener("end", () => resolve("over"));
      said.addEventListener("error", () => resolve(stopped ? "stopped" : "speechless"));
      speechSynthesis.speak(said);
    });
  });
  return {
    end,
    stop,
    pause: () => speechSynthesis?.pause(),
    resume: () => speechSynthesis?.resume(),
    seek: () => {},
    speed: () => {},
  };
}

/** A voice that the author names, or else one of the language, or of its like in another country. */
function voiceFor(all: readonly SpeechSynthesisVoice[], names: readonly string[], lang: string) {
  const named = names.map((name) => all.find((voice) => voice.name === name)).find((voice) => voice);
  const tag = (voice: SpeechSynthesisVoice) => voice.lang.replace("_", "-").toLowerCase();
  const wanted = lang.toLowerCase();
  return (
    named ??
    all.find((voice) => tag(voice) === wanted) ??
    all.find((voice) => tag(voice).split("-")[0] === wanted.split("-")[0])
  );
}

/** Milliseconds: a system that has voices tells them well before. */
const patience = 1_000;

/** The system's voices; they are found out only once someone asks. */
function voices(): Promise<SpeechSynthesisVoice[]> {
  const { speechSynthesis } = window;
  const known = speechSynthesis?.getVoices() ?? [];
  if (known.length > 0 || !speechSynthesis) return Promise.resolve(known);
  return new Promise((resolve) => {
    const tell = () => resolve(speechSynthesis.getVoices());
    speechSynthesis.addEventListener("voiceschanged", tell, { once: true });
    setTimeout(tell, patience);
  });
}
