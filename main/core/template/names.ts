/** Names that every template may use; a field of the same name wins. */
export const specialNames = ["Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"] as const;
export type SpecialName = (typeof specialNames)[number];

const special: ReadonlySet<string> = new Set(specialNames);
export const isSpecial = (name: string): name is SpecialName => special.has(name);

/** The question, on the answer. Not to be asked about. */
export const frontSide = "FrontSide";

/** The card's number, which a section may ask about: `{{#c2}}` is shown on the card of the second gap. */
export const isCardNumber = (name: string) => /^c\d+$/.test(name);
