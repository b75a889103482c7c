/** What hides a part of a picture, or labels one, in the words of Anki's notation. */
export interface Shape {
  /** Gap number: the shapes of one number are one card. 0 makes no card: a text that only labels. */
  number: number;
  kind: "rect" | "ellipse" | "polygon" | "text";
  /**
   * As written, unknown ones included. Lengths are fractions of the picture's width or height: `left`, `top`; `width`, `height` of
   * a rectangle; `rx`, `ry` of an ellipse; `points` of a polygon, "x,y x,y"; `text`, `scale`, `fs` (height of a line) of a text.
   * `angle` in degrees, clockwise; `oi` is "1" if the shapes of other cards stay hidden.
   */
  props: Record<string, string>;
}

export interface Occlusion {
  shapes: Shape[];
  /** What the field holds besides shapes; kept as it is. */
  rest: string;
}
