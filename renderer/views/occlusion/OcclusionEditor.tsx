import { useEffect, useState } from "preact/hooks";
import type { Occlusion } from "../../../main/contract/occlusion.ts";
import { createDrawing } from "../../state/drawing/drawing.ts";
import { occlusion as words } from "../../text/occlusion.ts";
import { useApp } from "../context.ts";
import { DrawingTools } from "./DrawingTools.tsx";
import { Picture } from "./Picture.tsx";
import { ShapeList } from "./ShapeList.tsx";

interface Props {
  /** Name of the picture among the media; null while there is none. */
  image: string | null;
  /** The field with the shapes, in Anki's notation. */
  value: string;
  onChange(value: string): void;
}

/** Draws what an image occlusion hides: by pointer, and all of it by keyboard. */
export function OcclusionEditor({ image, value, onChange }: Props) {
  const { api } = useApp();
  const [read, setRead] = useState<Occlusion | null>(null);
  // Read once: from then on the drawing knows, and the field follows.
  useEffect(() => {
    void api.call("readOcclusion", { text: value }).then((reply) => reply.ok && setRead(reply.value));
  }, []);
  if (image === null) return <p class="sub">{words.noPicture}</p>;
  return read && <Drawn key={image} image={image} first={read} onChange={onChange} />;
}

function Drawn({ image, first, onChange }: { image: string; first: Occlusion; onChange(value: string): void }) {
  const { api } = useApp();
  const [drawing] = useState(() => {
    // Replies may overtake each other; the last drawing counts.
    let latest = 0;
    return createDrawing(first.shapes, (shapes) => {
      const mine = ++latest;
      void api.call("writeOcclusion", { shapes: [...shapes], rest: first.rest }).then((reply) => {
        if (reply.ok && mine === latest) onChange(reply.value);
      });
    });
  });
  return (
    <section class="occlusion" aria-label={words.title}>
      <DrawingTools drawing={drawing} />
      <div class="occlusion-table">
        <Picture drawing={drawing} image={image} />
        <ShapeList drawing={drawing} />
      </div>
      <p class="help">{drawing.tool.value === "polygon" ? words.polygonHelp : words.help}</p>
    </section>
  );
}
