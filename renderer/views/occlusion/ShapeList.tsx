import type { Drawing } from "../../state/drawing/drawing.ts";
import { occlusion as words } from "../../text/occlusion.ts";

/** The shapes in words: to choose one without seeing it, and to write a label. */
export function ShapeList({ drawing }: { drawing: Drawing }) {
  const shapes = drawing.shapes.value;
  const [only = -1, ...others] = drawing.selected.value;
  const label = others.length === 0 && shapes[only]?.kind === "text" ? shapes[only] : undefined;
  if (shapes.length === 0) return <p class="sub">{words.none}</p>;
  return (
    <div class="shape-list">
      <ul aria-label={words.list}>
        {shapes.map((shape, index) => (
          <li key={index}>
            <button
              type="button"
              class="shape-name"
              aria-pressed={drawing.selected.value.has(index)}
              onClick={() => drawing.select([index])}
            >
              {words.shape(shape)}
            </button>
          </li>
        ))}
      </ul>
      {label && (
        <label>
          {words.label}
          <input
            class="input"
            type="text"
            value={label.props.text}
            onChange={(event) => drawing.write(only, event.currentTarget.value)}
          />
        </label>
      )}
    </div>
  );
}
