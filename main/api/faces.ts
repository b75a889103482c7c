import { preview } from "../core/face/preview.ts";
import type { Context } from "./context.ts";
import type { Part } from "./part.ts";

export const faceHandlers = ({ collection, faces }: Context): Part<"faces"> => ({
  previewNote: (input) => preview(collection, input, (name, shown) => faces.draft(name, shown)),
});
