import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import type { Reply } from "../../main/contract/faults.ts";
import type { SessionView } from "../../main/contract/views.ts";
import { collectionFolder } from "../../main/folder.ts";
import { compact } from "../../main/store/compact.ts";
import { openStore } from "../../main/store/store.ts";
import { place } from "./drive.ts";
import { launch, temporaryFolder } from "./launch.ts";

const rounds = 25;

it(`loses no acknowledged answer to kill -9, ${rounds} times at random moments`, { timeout: 300_000 }, async () => {
  const data = temporaryFolder();
  /** `<card> <repetition>` of every answer whose acknowledgement reached this process, which nobody kills. */
  const heard: string[] = [];
  let sent = 0;
  for (let round = 0; round < rounds; round++) {
    // Six hours apart, so that there is always something to study.
    const clock = new Date(Date.parse("2026-11-23T05:00:00Z") + round * 6 * 3_600_000).toISOString();
    const { page, kill } = await launch({ data, clock });
    await place(page);
    const before = heard.length;
    await page.exposeFunction("sending", () => void sent++);
    await page.exposeFunction("witness", (answer: string) => void heard.push(answer));
    // The page answers on its own as fast as it can, until it is killed or nothing is left.
    await page.evaluate(() => {
      const { mneme, sending, witness } = window as unknown as {
        mneme: { call(name: string, input: unknown): Promise<Reply<SessionView>> };
        sending(): Promise<void>;
        witness(answer: string): Promise<void>;
      };
      const study = async () => {
        let reply = await mneme.call("study", { deck: null });
        for (;;) {
          const [card] = reply.ok ? reply.value.ahead : [];
          if (!card) return;
          await sending();
          reply = await mneme.call("answer", { card: card.card, seen: card.seen, grade: 3, tookMs: 1_000 });
          if (reply.ok) void witness(`${card.card} ${card.seen.reps + 1}`);
        }
      };
      void study();
    });
    const wanted = Math.floor(Math.random() * 4);
    await Promise.race([expect.poll(() => heard.length - before, { interval: 1 }).toBeGreaterThan(wanted), sleep(500)]);
    await sleep(Math.random() * 20);
    await kill();
  }

  const store = await openStore(collectionFolder(data), { compact, now: Date.now });
  const { cards } = store.collection;
  const lost = heard.filter((answer) => {
    const [card = "", rep] = answer.split(" ");
    return (cards.get(card)?.reps ?? 0) < Number(rep);
  });
  const stored = [...cards.values()].reduce((sum, card) => sum + card.reps, 0);
  const { problems } = await store.check();
  await store.close();
  expect(problems).toEqual([]);
  expect(heard.length).toBeGreaterThan(rounds / 2);
  expect(lost).toEqual([]);
  // A repetition that was lost would have been asked, and heard, a second time.
  expect(new Set(heard).size).toBe(heard.length);
  expect(stored).toBeLessThanOrEqual(sent);
  console.log(`kill -9: ${rounds} rounds, ${sent} answers sent, ${heard.length} acknowledged, ${stored} found again`);
});
