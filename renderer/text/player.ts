export const player = {
  label: "Sound",
  unplayable: (name: string): string => `${name} could not be played; the card goes on.`,
  speechless: "This system has no voice for that language, so it is not read out. The card goes on.",
  speed: (times: number): string => `${times}×`,
  speedLabel: (times: number): string => `Speed ${times}`,
};
