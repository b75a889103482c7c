import type { RehearsalView } from "../../../main/contract/transfer.ts";
import { importing as words } from "../../text/importing.ts";

/** What is wrong with the file itself, or somewhere in it. */
export function Problems({ view: { problems, problemCount } }: { view: RehearsalView }) {
  if (problemCount === 0) return null;
  return (
    <details class="import-problems">
      <summary>{words.problems(problemCount)}</summary>
      <ul>
        {problems.map((problem, i) => (
          <li key={i} class={problem.weight}>
            {words.problem(problem)}
          </li>
        ))}
        {problemCount > problems.length && <li>{words.problemsMore(problemCount - problems.length)}</li>}
      </ul>
    </details>
  );
}
