import { expect, it } from "vitest";
import { fetching } from "../../../renderer/text/fetching.ts";

const failed = [
  { url: "https://a.example/1.png", why: "there is no connection" },
  { url: "https://a.example/2.png", why: "there is no connection" },
  { url: "https://b.example/3.png", why: "it is no image" },
];

it("says what came in, that the person stopped, and that nothing is lost", () => {
  expect(fetching.came({ done: 3, total: 3, failed: [] })).toBe("3 images are here now.");
  expect(fetching.came({ done: 0, total: 3, failed })).toMatch(/^No image came in\. The cards stay/);
  expect(fetching.came({ done: 1, total: 9, failed })).toMatch(/^1 image is here now\. You stopped before/);
});

it("tells failures of one host and reason together", () => {
  expect(fetching.failures(failed)).toEqual([
    { of: "a.example", count: "2 images", why: "there is no connection." },
    { of: "https://b.example/3.png", count: "", why: "it is no image." },
  ]);
});
