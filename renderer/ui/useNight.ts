import { useEffect, useState } from "preact/hooks";

const dark = () => window.matchMedia("(prefers-color-scheme: dark)");

/** Whether the window is dark now: as the person set it, or else the system. */
export function useNight(theme: "system" | "light" | "dark"): boolean {
  const [night, setNight] = useState(() => dark().matches);
  useEffect(() => {
    const media = dark();
    const change = () => setNight(media.matches);
    change();
    media.addEventListener("change", change);
    return () => media.removeEventListener("change", change);
  }, []);
  return theme === "system" ? night : theme === "dark";
}
