// The only file that names ts-fsrs. It supplies the formulas of FSRS-6; days, steps, fuzz and due dates are ours. Importing
// it adds four methods to Date.prototype, which cannot be avoided and which nothing here uses.
import { FSRSAlgorithm, type FSRSState, forgetting_curve } from "ts-fsrs";
import type { Grade } from "../../contract/shapes.ts";

/** What FSRS knows about a card. Stability in days (0.001..36500), difficulty 1..10. */
export type MemoryState = Pick<FSRSState, "stability" | "difficulty">;

/** The formulas of FSRS-6 for one set of weights. */
export interface Memory {
  /** Memory after an answer, `elapsed` whole days after the last; 0 is the same day. Null: a card never seen. */
  next(state: MemoryState | null, elapsed: number, grade: Grade): MemoryState;
  /** Probability of recall after that many days, whole or not. */
  recall(stability: number, days: number): number;
  /** Days, not rounded, until the probability of recall has fallen to `retention`. */
  interval(stability: number, retention: number): number;
  /**
   * What stands for a history that nobody has: memory of a card that came back after so many days with that ease (2.5 is SM-2's usual),
   * where `retention` of all were remembered.
   */
  assumed(days: number, ease: number, retention: number): MemoryState;
  /** How steeply memory is taken to fall, 0.1..0.8. */
  decay: number;
  /** Whether the weights say anything about reviews on the same day. Those of FSRS-4.5 do not. */
  sameDay: boolean;
}

const known = new WeakMap<readonly number[], Memory>();

/**
 * The formulas for 17, 19 or 21 weights (FSRS-4.5, 5, 6). The same array gives the same object, for a stored preset is
 * replaced and never altered. Another number of weights is a bug, and throws.
 */
export function memory(weights: readonly number[]): Memory {
  const found = known.get(weights);
  if (found) return found;
  const made = derive(new Formulas(toSix(weights)));
  known.set(weights, made);
  return made;
}

function derive(formulas: Formulas): Memory {
  const { w } = formulas.parameters;
  const weight = (index: number) => w[index] ?? 0;
  const decay = -weight(20);
  const factor = 0.9 ** (1 / decay) - 1;
  return {
    next: (state, elapsed, grade) => formulas.next_state(state && legal(state), elapsed, grade),
    recall: (stability, days) => forgetting_curve(w, Math.max(0, days), legalStability(stability)),
    interval: (stability, retention) => (stability / factor) * (retention ** (1 / decay) - 1),
    // fsrs-rs `memory_state_from_sm2`.
    assumed: (days, ease, retention) => {
      const stability = legalStability((days * factor) / (retention ** (1 / decay) - 1));
      const growth = Math.exp(weight(8)) * stability ** -weight(9) * (Math.exp((1 - retention) * weight(10)) - 1);
      return legal({ stability, difficulty: 11 - (ease - 1) / growth });
    },
    decay: -decay,
    sameDay: weight(17) > 0 && weight(18) > 0,
  };
}

/** ts-fsrs with two corrections that make it equal to the reference implementation, fsrs-rs. */
class Formulas extends FSRSAlgorithm {
  constructor(weights: number[]) {
    super({ w: weights });
    // Sets older than FSRS-6 have no w19, which means 0; ts-fsrs raises it to 0.01. Setting the element leaves alone
    // everything that was derived from the other weights.
    const w19 = Math.max(weights[19] ?? 0, 0);
    if (w19 < 0.01) Object.assign(this.param.w, { 19: w19 });
  }

  /** Trained weights may lie below the 0.1 that ts-fsrs insists on. */
  override init_stability(grade: Grade): number {
    return Math.max(this.param.w[grade - 1] ?? 0, 0.001);
  }
}

/** Older sets as FSRS-6 reads them (fsrs-rs `check_and_fill_parameters`). ts-fsrs would do it, but talks on the console. */
function toSix(weights: readonly number[]): number[] {
  const [w4 = 0, w5 = 0, w6 = 0] = weights.slice(4, 7);
  switch (weights.length) {
    case 21:
      return [...weights];
    case 19:
      return [...weights, 0, 0.5];
    case 17:
      return [...weights, 0, 0, 0, 0.5]
        .with(4, 2 * w5 + w4)
        .with(5, Math.log(3 * w5 + 1) / 3)
        .with(6, w6 + 0.5);
    default:
      throw new RangeError(`FSRS has 17, 19 or 21 weights, not ${weights.length}`);
  }
}

/** Imported cards may bring a memory that ts-fsrs would refuse. */
const legal = ({ stability, difficulty }: MemoryState): MemoryState => ({
  stability: legalStability(stability),
  difficulty: Math.min(Math.max(difficulty, 1), 10),
});

const legalStability = (days: number) => Math.min(Math.max(days, 0.001), 36_500);
