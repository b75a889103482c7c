import type { Shape } from "../../main/contract/occlusion.ts";
import type { Tool } from "../state/drawing/drawing.ts";

const kinds: Record<Shape["kind"], string> = {
  rect: "Rectangle",
  ellipse: "Ellipse",
  polygon: "Polygon",
  text: "Label",
};

export const occlusion = {
  title: "Hidden parts",
  noPicture: "Add a picture first; then draw over what you want to be asked.",
  broken: "This picture could not be shown. The shapes are kept.",
  tools: "Tools",
  tool: { select: "Select", rect: "Rectangle", ellipse: "Ellipse", polygon: "Polygon", text: "Label" } satisfies Record<
    Tool,
    string
  >,
  group: "One card for the selected",
  ungroup: "A card for each",
  remove: "Remove",
  undo: "Undo in the drawing",
  redo: "Redo in the drawing",
  mode: "On a card",
  hideAll: "Hide all, ask one",
  hideOne: "Hide only the one asked",
  picture: "Picture with its hidden parts",
  help: "R, E, P or T takes a tool, S selects. Enter puts a shape in the middle, comma and full stop choose one, the arrows move it, with Shift they size it, Delete removes it, G joins cards, U parts them.",
  polygonHelp: "Click the corners; Enter or a double click closes the shape, Esc drops it.",
  list: "Shapes",
  none: "Nothing is hidden yet.",
  shape: ({ kind, number, props }: Shape): string =>
    kind === "text" ? `Label “${props.text ?? ""}”` : `${kinds[kind]}, card ${number}`,
  label: "Text of the label",
};
