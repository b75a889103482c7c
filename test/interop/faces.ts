// Both programs' faces in one form: marks of sound, hints and remarks of each become the same marks.
import type { Note, NoteType } from "../../main/contract/shapes.ts";
import { stripHtml } from "../../main/core/html/strip.ts";
import { generatedOrds } from "../../main/core/template/generate.ts";
import { render } from "../../main/core/template/render.ts";
import { note, noteType } from "../core/template/made.ts";
import type { Case } from "./cases.ts";

type Sound =
  | { kind: "file"; name: string }
  | { kind: "speech"; text: string; lang: string; voices: string[]; speed: number };

export interface AnkiFace {
  question: string;
  answer: string;
  sounds: { q: Sound[]; a: Sound[] };
}

export interface AnkiResult {
  ords: number[];
  cards: Record<string, AnkiFace>;
}

export interface Face {
  question: string;
  answer: string;
  /** Side and kind of the first mistake in the template. */
  mistake: string | null;
}

const soundMark = (sound: Sound) =>
  sound.kind === "file"
    ? `⟦play ${sound.name}⟧`
    : `⟦say ${sound.lang} ${sound.voices.join(",")} ${sound.speed} ${sound.text.replace(/\s+/g, " ").trim()}⟧`;

const ankiHint =
  /\n<a class=hint href="#"\nonclick="[^"]*" draggable=false>\n(.*?)<\/a>\n<div id="hint[0-9a-f]+" class=hint style="display: none">/g;
const ankiRemark = /<div>(?:The front of this card is blank|No cloze).*?More information<\/a><\/div>/gs;
const ankiMistake = /^(Front|Back) template has a problem:<br>(.*?)<br>/;

const kinds: [RegExp, string][] = [
  [/^Missing/, "unclosed"],
  [/but missing/, "closesNothing"],
  [/but expected/, "crossed"],
  [/but there is no field/, "noField"],
];

export function ankiFace({ question, answer, sounds }: AnkiFace): Face {
  const form = (html: string) =>
    html
      .replace(ankiRemark, "⟦remark⟧")
      .replace(ankiHint, "⟦hint $1⟧")
      .replace(/ ><\/div>/g, "></div>")
      .replace(/\[anki:play:([qa]):(\d+)\]/g, (whole, side: "q" | "a", index: string) => {
        const sound = sounds[side][Number(index)];
        return sound ? soundMark(sound) : whole;
      });
  const [, side = "", say = ""] = ankiMistake.exec(question) ?? [];
  const kind = kinds.find(([words]) => words.test(say))?.[1];
  return { question: form(question), answer: form(answer), mistake: kind ? `${side.toLowerCase()} ${kind}` : null };
}

export function typeOf({ kind, fields, templates }: Case): NoteType {
  return noteType(kind, [...fields], templates);
}

export function mnemeOrds(given: Case): readonly number[] {
  return generatedOrds(typeOf(given), given.values, given.tags);
}

/** `name` is that of the type, which Anki numbers here. */
export function mnemeFace(given: Case, ord: number, name: string): Face {
  const type = { ...typeOf(given), name };
  const of: Note = note(given.values, [...given.tags]);
  const { question, answer, problems } = render({ type, note: of, ord, ...given, toHtml: (text) => text });
  const [first] = problems;
  return { question: form(question), answer: form(answer), mistake: first ? `${first.side} ${first.kind}` : null };
}

function form(html: string): string {
  return html
    .replace(
      /<div class="template-problem">(?:The front of this card|This note has no gap|Nothing on this picture)[^<]*<\/div>/g,
      "⟦remark⟧",
    )
    .replace(/<details class="hint"><summary>(.*?)<\/summary><div>/g, "⟦hint $1⟧")
    .replace(/<\/div><\/details>/g, "</div>\n")
    .replace(/\[sound:(.*?)\]|\[anki:tts (.*?)\](.*?)\[\/anki:tts\]/gs, (_, file: string, args: string, text: string) =>
      soundMark(file === undefined ? speech(args, text) : { kind: "file", name: file }),
    );
}

/** As Anki says it; where Mneme takes the text of the marker further is `html/page`'s part. */
function speech(args: string, text: string): Sound {
  const given = Object.fromEntries(args.split(" ").map((part) => part.split("=") as [string, string]));
  const voices = given.voices?.split(",") ?? [];
  return {
    kind: "speech",
    text: stripHtml(text.replace(/<br>|<div>/g, " ").replaceAll("[...]", "blank")),
    lang: given.lang ?? "",
    voices,
    speed: Number(given.speed ?? 1),
  };
}
