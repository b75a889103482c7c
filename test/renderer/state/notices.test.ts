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

it("keeps what may wait below what else is said, until it is dismissed or needs no one", () => {
  const notices = begin();
  const action = { text: "Look", run: () => undefined };
  notices.stand("Files were changed.", action);
  notices.status("Taken back.");
  notices.stand("More files were changed.", action);
  expect(notices.shown.value?.text).toBe("Taken back.");
  notices.clear();
  expect(notices.shown.value?.text).toBe("More files were changed.");
  notices.clear();
  expect(notices.shown.value?.text).toBe("More files were changed.");
  notices.alert("That did not work.");
  notices.dismiss();
  notices.dismiss();
  expect(notices.shown.value).toBeNull();
  notices.stand("Files were changed.", action);
  notices.withdraw();
  expect(notices.shown.value).toBeNull();
});
