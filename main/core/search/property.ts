import type { SearchProblem } from "../../contract/browse.ts";
import type { Grade } from "../../contract/shapes.ts";
import { type NumberProperty, type Operator, operators, realProperties, type Term, wholeProperties } from "./ast.ts";
import { isProblem, type Piece, wrong } from "./escape.ts";
import { readGrade, readInteger, readReal, readWhole } from "./numbers.ts";

const names = [...wholeProperties, ...realProperties, "rated", "resched"] as const;
// Longer names first, so that “r” does not take “reps”.
const property = new RegExp(`^(${[...names].sort((a, b) => b.length - a.length).join("|")}|cd[ns]:[A-Za-z0-9]+)`);
const comparison = new RegExp(`^(${operators.join("|")})`);

/** What stands behind `prop:`, such as `ivl>=10`. */
export function readProperty(piece: Piece): Term | SearchProblem {
  const name = property.exec(piece.raw)?.[0];
  if (!name) return wrong(piece, `Write one of ${names.join(", ")}, then how to compare: prop:ivl>=10.`);
  const tail = piece.raw.slice(name.length);
  const operator = comparison.exec(tail)?.[0] as Operator | undefined;
  if (!operator)
    return wrong(piece, `Behind “${name}” comes one of ${operators.join(" ")} and a number: prop:${name}>=1.`);
  const text = tail.slice(operator.length);
  const value = { raw: text, offset: piece.offset + name.length + operator.length };
  if (name.startsWith("cds:")) return { type: "customText", key: name.slice(4), operator, value: text };
  if (name.startsWith("cdn:"))
    return numeric(readReal(value, "a number"), (value) => ({
      type: "customNumber",
      key: name.slice(4),
      operator,
      value,
    }));
  if (name === "rated") return ratedOn(operator, value);
  if (name === "resched") return numeric(readPast(value), (day) => ({ type: "rescheduledOn", operator, day }));
  const of = name as NumberProperty;
  return numeric(readFor(of, value), (value) => ({ type: "number", of, operator, value }));
}

function readFor(of: NumberProperty, value: Piece): number | SearchProblem {
  if (of === "due") return readInteger(value, "a whole number of days; 0 is today, -1 yesterday");
  if ((wholeProperties as readonly string[]).includes(of)) return readWhole(value, "a whole number, such as 10");
  return readReal(value, "a number, such as 0.9");
}

function ratedOn(operator: Operator, value: Piece): Term | SearchProblem {
  const [day = "", ...others] = value.raw.split(":");
  const grade = others.length === 0 ? null : readGrade(others.join(":"), value);
  if (isProblem(grade)) return grade;
  return numeric(readPast({ ...value, raw: day }), (day) => ({
    type: "ratedOn",
    operator,
    day,
    grade: grade as Grade | null,
  }));
}

/** A day that has been. */
function readPast(value: Piece): number | SearchProblem {
  const day = readInteger(value, "0 for today, or -1, -2 … for days before");
  return !isProblem(day) && day > 0 ? wrong(value, "Write 0 for today, or -1, -2 … for days before.") : day;
}

const numeric = (value: number | SearchProblem, make: (value: number) => Term) =>
  isProblem(value) ? value : make(value === 0 ? 0 : value);
