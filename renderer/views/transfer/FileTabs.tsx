import { importing as words } from "../../text/importing.ts";
import { useApp } from "../context.ts";

/** Which of several files is looked at. */
export function FileTabs() {
  const { importing } = useApp();
  const files = importing.files.value;
  if (files.length < 2) return null;
  return (
    <fieldset class="segments import-files" aria-label={words.files}>
      {files.map(({ offered, state }, index) => (
        <label key={offered.token}>
          <input
            type="radio"
            name="file"
            checked={importing.at.value === index}
            aria-label={words.file(offered.name, state.value)}
            onChange={() => importing.pick(index)}
          />
          <span>
            {offered.name} <small>{words.state(state.value)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
