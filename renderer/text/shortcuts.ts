export const shortcuts = {
  title: "Keys",
  studying: "While studying",
  screens: "Today, Settings, end of a session",
  dialogs: "In a dialog",
  or: "or",
};
