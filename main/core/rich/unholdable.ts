/** Thrown, and caught, where the tree cannot hold what is there: the whole of it is then kept as it was written. */
export class Unholdable extends Error {}
