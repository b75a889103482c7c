import { Plugin, PluginKey } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/** A place that something is on its way to; it moves along with what is typed meanwhile. */
export interface Held {
  from: number;
  to: number;
}

type Places = ReadonlyMap<object, Held>;
type Step = { hold: object; at: Held } | { release: object };

const key = new PluginKey<Places>("later");

export const later = (): Plugin =>
  new Plugin<Places>({
    key,
    state: {
      init: () => new Map(),
      apply(tr, before) {
        const step: Step | undefined = tr.getMeta(key);
        const places = new Map(before);
        for (const [token, { from, to }] of before)
          places.set(token, { from: tr.mapping.map(from, 1), to: tr.mapping.map(to, 1) });
        if (step && "hold" in step) places.set(step.hold, step.at);
        else if (step) places.delete(step.release);
        return places;
      },
    },
  });

/** Keeps a place, by default what is selected, until what is to stand there has come. */
export function hold(view: EditorView, at: Held = view.state.selection): object {
  const token = {};
  view.dispatch(view.state.tr.setMeta(key, { hold: token, at: { from: at.from, to: at.to } }));
  return token;
}

/** Where that place is now; null if the field has gone. */
export function release(view: EditorView, token: object): Held | null {
  if (view.isDestroyed) return null;
  const place = key.getState(view.state)?.get(token) ?? null;
  view.dispatch(view.state.tr.setMeta(key, { release: token }));
  return place;
}

/** Whether something is still on its way into the field. */
export const isWaiting = (view: EditorView): boolean => (key.getState(view.state)?.size ?? 0) > 0;
