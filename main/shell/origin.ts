/** Where the window's page comes from. */
export interface Origin {
  /** The page to load. */
  page: string;
  /** From where a face may be framed, as a content policy says it. */
  frames: string;
  /** Whether that URL is the page's own or lies beside it. */
  owns(url: string): boolean;
}

/** Our scheme, or the development server that started us. */
export function origin(server: string | undefined): Origin {
  // With the slash: http://localhost:5173 begins http://localhost:51730 too.
  const base = server ? `${new URL(server).origin}/` : "app://mneme/";
  return { page: server || `${base}index.html`, frames: base.slice(0, -1), owns: (url) => url.startsWith(base) };
}

interface Call {
  senderFrame: { url: string } | null;
  sender: { mainFrame: unknown };
}

/** Whether a call comes from the window's own top frame, and nothing else. */
export const isTrusted = ({ senderFrame, sender }: Call, { owns }: Origin): boolean =>
  senderFrame !== null && senderFrame === sender.mainFrame && owns(senderFrame.url);
