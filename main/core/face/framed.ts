import type { FramedFace, Option } from "../../contract/face.ts";
import { stripHtml } from "../html/strip.ts";
import { options } from "../note/choice.ts";
import { parseInline } from "../note/markdown.ts";
import { hash } from "../schedule/random.ts";
import { type Files, fieldNamed, type Shown, type Sides, sidesOf } from "./sides.ts";

/**
 * What the window needs to know of a face that is drawn in a frame. `place` is the start of its URL, to which is added what makes it
 * another document; `seed` decides the order of the options of a multiple choice, and nothing else.
 */
export function framedFace(shown: Shown, files: Files, place: string, seed: number): FramedFace {
  const sides = sidesOf(shown, files);
  const { question, answer, problems } = sides;
  const version = hash([question.body, answer.body, question.css].join("\0")).toString(36);
  return {
    type: "framed",
    url: `${place}?v=${version}`,
    noteType: shown.type.id,
    text: { question: question.text, answer: after(question.text, answer.text) },
    input: inputOf(shown, sides, seed),
    sounds: { question: question.sounds, answer: answer.sounds },
    autoplay: { question: question.autoplay, answer: answer.autoplay },
    remote: new Set([...question.remote, ...answer.remote]).size,
    scripted: question.scripted || answer.scripted,
    problems: problems.map(({ say }) => say),
  };
}

/** What the answer adds to the question, if it repeats it. */
const after = (question: string, answer: string): string =>
  answer.startsWith(question) && answer.length > question.length ? answer.slice(question.length).trim() : answer;

function inputOf({ type, note }: Shown, { mark }: Sides, seed: number): FramedFace["input"] {
  if (mark === null) return null;
  if (mark.kind === "type") return { kind: "typed" };
  const inline = (text: string): Option["text"] => (type.format === "html" ? [stripHtml(text)] : parseInline(text));
  // What is wrong stands in the field of that name, whatever else the type is.
  const wrong = fieldNamed(type, note, "Wrong");
  const lines = type.format === "html" ? wrong.replace(/<(?:br|\/?div|\/?p|\/?li)\b[^>]{0,200}>/gi, "\n") : wrong;
  const all = options(fieldNamed(type, note, mark.field), lines, seed);
  return { kind: "choice", options: all.map(({ text, right }) => ({ text: inline(text), right })) };
}
