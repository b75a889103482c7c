// A data folder in which someone has studied for some days, made through the app's own API in plain Node.
import { randomUUID } from "node:crypto";
import { createApp, type World } from "../../main/app.ts";
import type { Grade } from "../../main/contract/shapes.ts";
import type { SessionView } from "../../main/contract/views.ts";
import { collectionFolder } from "../../main/folder.ts";
import { compact } from "../../main/store/compact.ts";
import { openStore } from "../../main/store/store.ts";
import { welcome } from "../../main/welcome.ts";
import { inProcess } from "../app/inProcess.ts";
import { temporaryFolder } from "./launch.ts";

const day = 86_400_000;

/** Studies every evening at seven for so many days before `until` (an ISO time); the data folder. */
export async function lived(days: number, until: string): Promise<string> {
  const data = temporaryFolder();
  let ms = Date.parse(until) - days * day;
  const world: World = {
    now: () => ms,
    zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    newId: randomUUID,
    folder: data,
    version: "0",
  };
  const store = await openStore(collectionFolder(data), { compact, now: world.now });
  await welcome(store, world);
  const app = createApp(store, world, { fork: inProcess });
  const ask = async (name: string, input: unknown): Promise<SessionView> => {
    const reply = await app.call(name, input);
    if (!reply.ok) throw new Error(reply.say);
    return reply.value as SessionView;
  };
  for (let evening = 0; evening < days; evening++) {
    const start = ms;
    let { ahead } = await ask("study", { deck: null });
    for (let i = 0; ahead[0] && i < 60; i++) {
      const { card, seen } = ahead[0];
      // A fixed pattern, so that every run looks the same: one in nine forgotten, now and then hard or easy.
      const grade: Grade = i % 9 === 4 ? 1 : i % 7 === 5 ? 2 : i % 8 === 6 ? 4 : 3;
      ms += 6_000 + (i % 5) * 1_500;
      ({ ahead } = await ask("answer", { card, seen, grade, tookMs: 6_000 + (i % 5) * 1_500 }));
    }
    ms = start + day;
  }
  await app.close();
  return data;
}
