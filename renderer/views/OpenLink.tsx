import { openLink as words } from "../text/openLink.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { CommandButton } from "./CommandButton.tsx";
import { useApp } from "./context.ts";

/** Asks before an address of a deck is opened outside. The host is said whole, since that is what tells where it leads. */
export function OpenLink({ url }: { url: string }) {
  const app = useApp();
  const { host, mail } = words.parts(url);
  return (
    <Dialog title={words.title(mail)} onLeave={app.leaveDialog} tools={<CommandButton id="close" look="icon" />}>
      <p class="link-host">
        <bdi>{host}</bdi>
      </p>
      <p class="link-url">
        <bdi dir="ltr">{url}</bdi>
      </p>
      <footer class="dialog-actions">
        <button type="button" class="button plain" data-first="" onClick={app.leaveDialog}>
          {words.cancel}
        </button>
        <button type="button" class="button primary" onClick={() => void app.openLink(url)}>
          {words.open(mail)}
        </button>
      </footer>
    </Dialog>
  );
}
