export const openLink = {
  title: (mail: boolean): string => (mail ? "Write to this address?" : "Open this page in your browser?"),
  open: (mail: boolean): string => (mail ? "Open mail" : "Open in browser"),
  cancel: "Stay here",
  /** Where an address leads: its host, as the network knows it, or whom it writes to. */
  parts(url: string): { host: string; mail: boolean } {
    try {
      const { host, protocol, pathname } = new URL(url);
      return protocol === "mailto:" ? { host: pathname, mail: true } : { host, mail: false };
    } catch {
      return { host: url, mail: false };
    }
  },
};
