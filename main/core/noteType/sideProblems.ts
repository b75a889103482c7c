import type { TemplateSide, TypeProblem } from "../../contract/noteTypeEdits.ts";
import type { NoteType, Template } from "../../contract/shapes.ts";
import { templateProblems } from "../template/compiled.ts";
import { showsField } from "./references.ts";

/**
 * What is wrong with the sources of a type's templates, each in its place. A mistake keeps the type from being saved only on a
 * side that the person has changed: what came like that from elsewhere must stay editable.
 */
export function sideProblems(type: NoteType, before: NoteType | null): TypeProblem[] {
  const lists = type.templates.map((each) => ({ ...each, front: each.listFront, back: each.listBack }));
  const faces = mistakes(type, { front: "front", back: "back" });
  const inLists = mistakes({ ...type, templates: lists }, { front: "listFront", back: "listBack" });
  return [...[...faces, ...inLists].map((problem) => judged(problem, type, before)), ...emptyFronts(type)];
}

type Found = Pick<TypeProblem, "say"> & { at: Extract<TypeProblem["at"], { in: "side" }> };

const mistakes = (type: NoteType, names: Record<"front" | "back", TemplateSide>): Found[] =>
  templateProblems(type).flatMap(({ ord, problems }) =>
    problems.map(({ side, offset, line, column, say }) => ({
      at: { in: "side", ord, side: names[side], offset, line, column },
      say,
    })),
  );

function judged({ at, say }: Found, type: NoteType, before: NoteType | null): TypeProblem {
  const source = (templates: readonly Template[] | undefined) =>
    templates?.find(({ ord }) => ord === at.ord)?.[at.side];
  return { at, say, refuses: source(type.templates) !== source(before?.templates) };
}

/** Fronts that make no card by themselves. They may be meant like that, so this is only said. */
function emptyFronts({ kind, templates, fields }: NoteType): TypeProblem[] {
  const names = fields.map(({ name }) => name);
  const cloze = kind === "cloze";
  const say = cloze
    ? `No gap is shown here. Write {{cloze:${names[0] ?? "Text"}}} where the text with its gaps shall stand.`
    : "No field is shown here, so no note makes this card.";
  return templates
    .filter(({ front }) => !showsField(front, names, cloze))
    .map(({ ord }) => ({ at: { in: "side", ord, side: "front", offset: 0, line: 1, column: 1 }, say, refuses: false }));
}
