import type { Shape } from "../../../main/contract/occlusion.ts";
import { boxOf, type Point, pointsOf } from "../../state/drawing/shapes.ts";

interface Props {
  shape: Shape;
  index: number;
  /** Of the picture, in its own pixels, in which the drawing is measured. */
  size: Point;
  chosen: boolean;
}

const corners = ["nw", "ne", "sw", "se"] as const;
export type Corner = (typeof corners)[number];

/** One shape; with handles at its corners while it is chosen. */
export function ShapeMark({ shape, index, size: [width, height], chosen }: Props) {
  const box = boxOf(shape);
  const at = { x: box.left * width, y: box.top * height };
  const extent = { width: box.width * width, height: box.height * height };
  const angle = Number.parseFloat(shape.props.angle ?? "") || 0;
  return (
    <g
      class={chosen ? "shape chosen" : "shape"}
      data-shape={index}
      transform={angle ? `rotate(${angle} ${at.x} ${at.y})` : undefined}
    >
      <Outline shape={shape} at={at} extent={extent} size={[width, height]} />
      {shape.number > 0 && (
        <text
          class="shape-number"
          x={at.x + extent.width / 2}
          y={at.y + extent.height / 2}
          font-size={Math.min(width, height) / 24}
        >
          {shape.number}
        </text>
      )}
      {chosen &&
        corners.map((corner) => (
          <circle
            key={corner}
            class={`handle ${corner}`}
            data-shape={index}
            data-corner={corner}
            cx={at.x + (corner.endsWith("e") ? extent.width : 0)}
            cy={at.y + (corner.startsWith("s") ? extent.height : 0)}
            r={Math.max(width, height) / 90}
          />
        ))}
    </g>
  );
}

interface OutlineProps {
  shape: Shape;
  at: { x: number; y: number };
  extent: { width: number; height: number };
  size: Point;
}

function Outline({ shape, at, extent, size: [width, height] }: OutlineProps) {
  switch (shape.kind) {
    case "rect":
      return <rect {...at} {...extent} />;
    case "ellipse":
      return (
        <ellipse
          cx={at.x + extent.width / 2}
          cy={at.y + extent.height / 2}
          rx={extent.width / 2}
          ry={extent.height / 2}
        />
      );
    case "polygon":
      return (
        <polygon
          points={pointsOf(shape)
            .map(([x, y]) => `${x * width},${y * height}`)
            .join(" ")}
        />
      );
    case "text":
      return (
        <>
          <rect class="label-paper" {...at} {...extent} />
          <text class="label-text" x={at.x} y={at.y + extent.height * 0.8} font-size={extent.height * 0.85}>
            {shape.props.text}
          </text>
        </>
      );
  }
}
