import { useId, useRef, useState } from "preact/hooks";
import type { Drawing } from "../../state/drawing/drawing.ts";
import type { Point } from "../../state/drawing/shapes.ts";
import { occlusion as words } from "../../text/occlusion.ts";
import { ShapeMark } from "./ShapeMark.tsx";
import { useDrawingKeys } from "./useDrawingKeys.ts";
import { usePen } from "./usePen.ts";

/** The picture with the shapes over it. One stop for Tab; what the keys do is said by its description. */
export function Picture({ drawing, image }: { drawing: Drawing; image: string }) {
  const [size, setSize] = useState<Point | null>(null);
  const [broken, setBroken] = useState(false);
  const ref = useRef<SVGSVGElement | null>(null);
  const pen = usePen(drawing, ref);
  const keys = useDrawingKeys(drawing, pen);
  const help = useId();
  const [width, height] = size ?? [1, 1];
  return (
    <div class="picture">
      <img
        src={`media://file/${encodeURIComponent(image)}`}
        alt=""
        draggable={false}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          setSize([naturalWidth || 1, naturalHeight || 1])
        }
        onError={() => setBroken(true)}
      />
      {broken && <p role="alert">{words.broken}</p>}
      {size && (
        <svg
          ref={ref}
          class={`drawing ${drawing.tool.value}`}
          viewBox={`0 0 ${width} ${height}`}
          // In small letters: attributes of SVG keep their case.
          tabindex={0}
          role="application"
          aria-label={words.picture}
          aria-describedby={help}
          onKeyDown={keys}
          onPointerDown={pen.down}
          onPointerMove={pen.move}
          onPointerUp={pen.up}
          onDblClick={pen.close}
        >
          {drawing.shapes.value.map((shape, index) => (
            <ShapeMark
              key={index}
              shape={pen.shown(shape, index)}
              index={index}
              size={size}
              chosen={drawing.selected.value.has(index)}
            />
          ))}
          {pen.sketch.length > 0 && (
            <polyline class="sketch" points={pen.sketch.map(([x, y]) => `${x * width},${y * height}`).join(" ")} />
          )}
        </svg>
      )}
      <p class="unseen" id={help}>
        {words.help}
      </p>
      <p class="unseen" aria-live="polite">
        {[...drawing.selected.value]
          .map((index) => drawing.shapes.value[index])
          .flatMap((shape) => (shape ? [words.shape(shape)] : []))
          .join("; ")}
      </p>
    </div>
  );
}
