import fc from "fast-check";
import { expect, test } from "vitest";
import { packLog, readReviewLog, unpackLog } from "../../main/store/readReviewLog.ts";
import { answer, now, openIn, tempFolder } from "./changes.ts";

test("what is packed is unpacked", () => {
  const log = fc.array(fc.tuple(fc.string(), fc.array(fc.nat(), { minLength: 1 }))).map((entries) => new Map(entries));
  const law = fc.property(log, (each) => {
    expect(unpackLog(structuredClone(packLog(each)))).toEqual(each);
  });
  fc.assert(law);
});

test("a log that is read elsewhere catches up with what happened meanwhile", async () => {
  const folder = tempFolder();
  let begin: (() => void) | undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const store = await openIn(folder, {
    readReviewLog: async () => {
      const log = await readReviewLog(folder);
      await begun;
      return log;
    },
  });
  await store.commit(answer(1));
  const reading = store.reviewLog();
  await store.commit(answer(2));
  await store.commit(answer(3));
  await store.undo(now + 10);
  begin?.();
  expect([...(await reading).keys()].sort()).toEqual(["n/1", "n/2"]);
  expect(await store.reviewLog()).toEqual(await readReviewLog(folder));
  await store.close();
});
