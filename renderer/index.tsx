import "./style/index.ts";
import { render } from "preact";
import type { Bridge } from "../main/contract/calls.ts";
import { createApp } from "./state/app.ts";
import { sounder } from "./state/sounding.ts";
import { Root } from "./views/Root.tsx";

declare global {
  interface Window {
    mneme: Bridge;
  }
}

const app = createApp({
  bridge: window.mneme,
  tick: () => performance.now(),
  after: (ms, run) => void setTimeout(run, ms),
  sound: sounder,
  mac: navigator.platform.startsWith("Mac"),
});

// Read first, then paint once: no empty frame, no flash of another theme or typeface.
const typefaces = ["1em 'Inter Variable'", "1em 'Literata Variable'"].map((face) => document.fonts.load(face));
await Promise.all([app.start(), ...typefaces]);
render(<Root app={app} />, document.body);
requestAnimationFrame(() => setTimeout(() => void app.api.call("painted", {})));
