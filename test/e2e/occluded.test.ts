// A picture with masks over it, in a frame: where they lie, what the answer opens.
import type { FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { begin } from "./drive.ts";
import { framed, png } from "./framed.ts";
import { axe, type Launched, launch, shot } from "./launch.ts";

const shapes = [
  "{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.1:oi=1}}",
  "{{c2::image-occlusion:ellipse:left=.5:top=.5:rx=.1:ry=.15:oi=1}}",
  "{{c3::image-occlusion:polygon:left=.1:top=.6:points=.1,.6 .3,.6 .2,.9:oi=1}}",
  "{{c0::image-occlusion:text:left=.6:top=.1:text=Ararat:fs=.08}}",
].join("<br>");
const side = `<div style="display: none">{{cloze:Front}}</div>
<div id="image-occlusion-container">{{Back}}<canvas id="image-occlusion-canvas"></canvas></div>
<script>anki.imageOcclusion.setup()</script>`;
const card = { front: shapes, back: '<img src="map.png">', templates: { front: side, back: side } };

let running: Launched;
let page: Page;

beforeAll(async () => {
  const data = await framed([card], { "map.png": png(400, 300, [150, 190, 210]) });
  running = await launch({ data, clock: "2026-11-23T19:00:00Z", size: { width: 1120, height: 760 } });
  page = running.page;
  await begin(page);
});
afterAll(() => running.close());

const shown = (): FrameLocator => page.frameLocator(".face-frame.shown");
const boxOf = async (selector: string) => {
  const box = await shown().locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} is not drawn`);
  return box;
};

it("the masks lie where the picture says, and the one that is asked stands out", async () => {
  await expect.poll(() => shown().locator(".mask").count()).toBe(3);
  const [picture, mask] = [await boxOf("img"), await boxOf(".mask.active")];
  expect(mask.x).toBeCloseTo(picture.x + 0.1 * picture.width, 0);
  expect(mask.y).toBeCloseTo(picture.y + 0.2 * picture.height, 0);
  expect(mask.width).toBeCloseTo(0.3 * picture.width, 0);
  expect(mask.height).toBeCloseTo(0.1 * picture.height, 0);
  const ground = (selector: string) =>
    shown()
      .locator(selector)
      .evaluate((node) => getComputedStyle(node).backgroundColor);
  expect(await ground(".mask.active")).not.toBe(await ground(".mask.inactive.ellipse"));
  expect(await ground("svg.mask")).toBe("rgba(0, 0, 0, 0)"); // a polygon hides no more than itself
  expect(await page.getByText(/script/i).count()).toBe(0);
  expect(await axe(page)).toEqual([]);
  await shot(page, "occluded-question");
});

it("the answer opens it and keeps the others", async () => {
  await page.keyboard.press("Space");
  await page.waitForSelector(".grades");
  await expect.poll(() => shown().locator(".mask.highlight").count()).toBe(1);
  expect(await shown().locator(".mask.inactive").count()).toBe(2);
  await shot(page, "occluded-answer");
});
