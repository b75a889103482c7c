/** Where the window's own page comes from: our scheme, or the development server that started us. */
export const home = "app://mneme/";

const development = process.env.ELECTRON_RENDERER_URL;

/** The page to load. The development server is believed only by an unpackaged app. */
export const pageUrl = (packaged: boolean): string => (development && !packaged ? development : `${home}index.html`);

export function isOurs(url: string): boolean {
  return url.startsWith(home) || (development !== undefined && url.startsWith(new URL(development).origin));
}
