import { expect, test } from "vitest";
import { stockTypes } from "../../../main/core/note/stockTypes.ts";
import { render } from "../../../main/core/template/render.ts";
import { note } from "../template/made.ts";
import { pageOf } from "./pages.ts";

const shapes = [
  "{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.1:oi=1}}<br>",
  "{{c2::image-occlusion:ellipse:left=.5:top=.5:rx=.1:ry=.05:oi=1}}<br>",
  "{{c2::image-occlusion:polygon:left=.1:top=.1:points=.1,.1 .2,.1 .2,.2:oi=1}}<br>",
  "{{c0::image-occlusion:text:left=.1:top=.2:text=a\\:<b>:fs=.04}}<br>",
].join("");

function sides(Occlusion: string, ord: number, after = "") {
  const fields = { Occlusion, Image: '<img src="map.png">', Header: "A map" };
  const of = { note: note(fields), ord, deck: "D", flag: 0, toHtml: (text: string) => text };
  const { question, answer } = render({ type: stockTypes.occlusion, ...of });
  return [pageOf(question + after, ["map.png"]), pageOf(answer + after, ["map.png"])] as const;
}
const looks = (body: string) => [...body.matchAll(/class="(mask[^"]*)"/g)].map(([, look]) => look);

test("the picture has its masks over it: on the question all, on the answer those of the others", () => {
  const [question, answer] = sides(shapes, 1);
  expect(looks(question.body)).toEqual(["mask inactive", "mask active ellipse", "mask active", "mask-label"]);
  expect(looks(answer.body)).toEqual(["mask inactive", "mask highlight ellipse", "mask highlight", "mask-label"]);
  expect(question.body).toMatch(
    /<div id="image-occlusion-container"><img[^>]*media:\/\/file\/map\.png[^>]*><div id="image-occlusion-canvas"/,
  );
  expect(question.body).toContain("left:10%;top:20%;width:30%;height:10%");
  expect(question.body).toContain('<polygon points="0.1,0.1 0.2,0.1 0.2,0.2">');
  expect(question.css).toContain("#image-occlusion-canvas");
});

test("hide one: the shapes of other cards are not drawn", () => {
  const [question, answer] = sides(shapes.replaceAll(":oi=1", ""), 0);
  expect(looks(question.body)).toEqual(["mask active", "mask-label"]);
  expect(looks(answer.body)).toEqual(["mask highlight", "mask-label"]);
});

test("what only serves Anki's own way of drawing is no reason to speak of scripts", () => {
  const own =
    '<button id="toggle">Toggle Masks</button><script>try { anki.imageOcclusion.setup() } catch (e) {}</script>';
  const [question] = sides(shapes, 0, own);
  expect(question.scripted).toBe(false);
  expect(question.body).not.toContain("Toggle");
  expect(sides(shapes, 0, "<script>other()</script>")[0].scripted).toBe(true);
});

test("without shapes nothing is laid over anything", () => {
  const { body, css } = pageOf('<div id="image-occlusion-container"><img src="map.png"></div>', ["map.png"]);
  expect(body).not.toContain("canvas");
  expect(css).not.toContain("canvas");
});

test("a picture on which nothing is hidden yet says so in its own words", () => {
  const of = { note: note({ Occlusion: "", Image: "![](map.png)", Header: "" }), ord: 0, deck: "D", flag: 0 };
  const { question, answer } = render({ type: stockTypes.occlusion, ...of, toHtml: (text) => text });
  expect(question + answer).toContain("Draw over what is to be asked");
  expect(question + answer).not.toContain("{{c1::");
});
