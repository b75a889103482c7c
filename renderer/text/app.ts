export const app = {
  name: "Mneme",
  navigation: "Screens",
  dismiss: "Dismiss",
  undo: "Undo",
  close: "Close",
  tryAgain: "Try again",
  notOpened: "Mneme could not show this screen.",
  bridgeBroke: "Mneme lost touch with its own core. Everything acknowledged before is saved; please restart.",
  windowBroke: "Something went wrong in this window. Every answer that Mneme took is saved.",
  shortcuts: "Keys",
};
