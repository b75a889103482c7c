import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { collectionFolder } from "../../main/folder.ts";
import { compact } from "../../main/store/compact.ts";
import { openStore } from "../../main/store/store.ts";
import { begin, place, show } from "./drive.ts";
import { launch, temporaryFolder } from "./launch.ts";

const rounds = 25;

it(`loses no acknowledged answer to kill -9, ${rounds} times at random moments`, { timeout: 300_000 }, async () => {
  const data = temporaryFolder();
  let acknowledged = 0;
  let sent = 0;
  for (let round = 0; round < rounds; round++) {
    // Six hours apart, so that there is always something to study.
    const clock = new Date(Date.parse("2026-11-23T05:00:00Z") + round * 6 * 3_600_000).toISOString();
    const { page, kill } = await launch({ data, clock });
    // The witness lives outside the app: it hears of every step of the progress bar, which moves on acknowledgement only.
    let heard = 0;
    await page.exposeFunction("witness", (done: number) => {
      heard = Math.max(heard, done);
    });
    await page.evaluate(() => {
      const { witness } = window as unknown as { witness(done: number): void };
      new MutationObserver(() => {
        const bar = document.querySelector<HTMLProgressElement>(".study-bar progress");
        if (bar) witness(bar.value);
      }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    await begin(page);
    const wanted = 1 + Math.floor(Math.random() * 3);
    for (let i = 0; i < wanted && (await place(page)) === "question"; i++) {
      await show(page);
      sent++;
      await page.keyboard.press("3");
      if (i < wanted - 1) await page.waitForFunction(() => !document.querySelector(".grades"));
    }
    const patience = Math.random() < 0.5 ? 0 : Math.random() * 40;
    if (heard < wanted) await Promise.race([expect.poll(() => heard).toBeGreaterThan(0), sleep(500)]);
    await sleep(patience);
    acknowledged += heard;
    await kill();
  }

  const store = await openStore(collectionFolder(data), { compact, now: Date.now });
  const stored = [...store.collection.cards.values()].reduce((sum, card) => sum + card.reps, 0);
  const { problems } = await store.check();
  await store.close();
  expect(problems).toEqual([]);
  expect(acknowledged).toBeGreaterThan(rounds / 2);
  expect(stored).toBeGreaterThanOrEqual(acknowledged);
  expect(stored).toBeLessThanOrEqual(sent);
  console.log(`kill -9: ${rounds} rounds, ${sent} answers sent, ${acknowledged} acknowledged, ${stored} found again`);
});
