import { fold } from "../note/fold.ts";
import type { Advice, Subject } from "./subject.ts";
import { wordCount } from "./words.ts";

/** A question that cannot be answered for sure, or that is answered by a coin. */
export function questionRules({ type, fields, question, asked, answer, answered }: Subject): Advice[] {
  if (question === null) return [];
  const source = fields[question] ?? "";
  const hasPicture = /<img\b|!\[[^\]]*\]\(/i.test(source);
  if (hasPicture && wordCount(asked.replace(/^\[.*\]$/gm, "")) === 0) {
    return [
      {
        rule: "pictureAlone",
        weight: 80,
        field: question,
        say: "A picture alone does not say what is asked.",
        why: "In a month you will know the picture and not what it was about. A few words above it make it a question: what is this, where, by whom?",
        fix: null,
      },
    ];
  }
  const bothWays = type.stock === "reversed" || type.stock === "optionalReversed";
  const all: Advice[] = [];
  if (!bothWays && type.stock !== "choice" && answer !== null && isYesOrNo(answered)) {
    all.push({
      rule: "yesNo",
      weight: 60,
      field: answer,
      say: "Yes or no can be guessed half of the time.",
      why: "A guess that happens to be right counts as known. Asked for the thing itself (which, who, when, why), you know whether you knew it.",
      fix: null,
    });
  }
  if (!bothWays && !hasPicture && isTwofold(asked)) {
    all.push({
      rule: "manyFacts",
      weight: 50,
      field: question,
      say: "Two questions in one.",
      why: "Who knows one half and not the other has no right grade to give. Two notes are repeated each in its own time, and are sooner learned than one with both.",
      fix: null,
    });
  }
  const pronoun = bothWays || hasPicture ? null : pronounIn(asked);
  if (pronoun) {
    all.push({
      rule: "pronoun",
      weight: 40,
      field: question,
      say: `Who or what is “${pronoun}”? The question does not say.`,
      why: "It is clear while you write it, next to its neighbours. Among thousands of cards a question has to be understood on its own.",
      fix: null,
    });
  }
  return all;
}

const yesOrNo = new Set(
  "yes no true false ja nein wahr falsch oui non vrai faux si sí verdadero falso да нет այո ոչ はい いいえ 是 不是 对 不对 예 아니요 نعم لا כן לא evet hayır tak nie"
    .split(" ")
    .map(fold),
);

const isYesOrNo = (answer: string) => yesOrNo.has(fold(answer));

const asking =
  "who|whom|whose|what|when|where|why|which|how(?: many| much| long| old)?|wer|was|wann|wo|warum|qui|quand|où|pourquoi|comment";
const twofold = new RegExp(
  `^(?:${asking})\\b[^?.!]*?[\\s,](?:and|und|et)\\s+(?:in |on |at |by |for |from |to )?(?:${asking})\\b`,
  "iu",
);

/** “Who wrote it, and when?”; not “what was said and by whom was it known”, hence only near the start or behind a comma. */
const isTwofold = (question: string) =>
  twofold.test(question) ||
  ((question.match(/[?？]\s*(?=\S)/g)?.length ?? 0) > 0 && (question.match(/[?？]/g)?.length ?? 0) > 1);

const verbs = "did|does|do|is|was|are|were|has|had|have|can|could|will|would|should";
const subjects = [
  new RegExp(`^(?:${asking})\\s+(?:\\p{Ll}+\\s+){0,2}?(?:${verbs})\\s+(he|she|they|it|this|these|those)\\b`, "iu"),
  new RegExp(`^(?:${verbs})\\s+(he|she|they)\\b`, "iu"),
  /^(?:who|what|when|where|why|how)\b[^?]*\b(his|her|their)\s+\p{Ll}+\s*\?$/iu,
  /^(?:wann|wo|warum|wie|wen|wem)\s+\p{Ll}+\s+(er|sie)\b/iu,
  /^(?:quand|où|pourquoi|comment)\b[^?]*?\b(il|elle|ils|elles)\b/iu,
];
/** “What is it called when …”, “how long does it take”: a word without meaning. */
const meaningless =
  /\bit\s+(?:take|takes|took|mean|means|called|possible|important|necessary|true|known|cost|possible|that|to)\b/i;

/** A pronoun that nothing in the question explains; null if there is none. Names and quotations may explain it. */
function pronounIn(question: string): string | null {
  const [first = ""] = question.split("\n");
  if (meaningless.test(first) || wordCount(question) > 14 || /[“"«'‘(:,]/.test(first)) return null;
  const hasName = /(?<=\s)\p{Lu}/u.test(first.replace(/\bI\b/g, ""));
  if (hasName) return null;
  for (const subject of subjects) {
    const pronoun = subject.exec(first)?.slice(1).find(Boolean);
    if (pronoun) return pronoun.toLowerCase();
  }
  return null;
}
