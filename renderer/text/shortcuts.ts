export const shortcuts = {
  title: "Keys",
  studying: "While studying",
  browse: "In Browse",
  importing: "Importing",
  screens: "Today, Settings, end of a session",
  dialogs: "In a dialog",
  fields: "In a field of a note",
  or: "or",
};
