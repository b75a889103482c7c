import { isFault } from "../contract/faults.ts";
import { addMedia, isMedia } from "../core/media/addMedia.ts";
import { remoteView } from "../core/media/remote.ts";
import type { Context } from "./context.ts";
import type { Part } from "./part.ts";

export const mediaHandlers = ({ collection, store, world, commit }: Context): Part<"media"> => ({
  addMedia: async ({ name, bytes }) => {
    if (!isMedia(bytes)) return { code: "badMedia", detail: name };
    // First the bytes, durably, then the record that names them.
    const hash = await store.putMedia(bytes);
    const added = addMedia(collection, { name, bytes, hash, at: world.now() });
    if (isFault(added)) return added;
    await commit("media", added.name, added.records);
    return { name: added.name };
  },
  remoteImages: ({ card }) => remoteView(collection, card),
});
