import { expect, it } from "vitest";
import { createNotices } from "../../../renderer/state/notices.ts";

const begin = () => createNotices(() => undefined);

it("takes an alert away with the next success, and leaves a status", () => {
  const notices = begin();
  notices.alert("That did not work.");
  notices.succeeded();
  expect(notices.shown.value).toBeNull();
  notices.status("Taken back.");
  notices.succeeded();
  expect(notices.shown.value?.text).toBe("Taken back.");
});

it("keeps news, which no success of something else answers", () => {
  const notices = begin();
  notices.alert("That did not work.");
  notices.tell("A file was set aside.");
  notices.succeeded();
  expect(notices.shown.value?.text).toBe("That did not work. A file was set aside.");
});
