// The texts of the Debian package.

/** Files that open with Mneme; .scripts/electron-builder.json says the same for Windows and macOS. */
export const fileTypes = [
  { ending: "apkg", mime: "application/x-apkg", name: "Anki deck package" },
  { ending: "colpkg", mime: "application/x-colpkg", name: "Anki collection package" },
  { ending: "mochi", mime: "application/x-mochi", name: "Mochi deck" },
  { ending: "cards", mime: "application/x-mnemosyne-cards", name: "Mnemosyne cards" },
];

/** https://www.debian.org/doc/debian-policy/ch-controlfields.html @param {string} version @param {string} architecture */
export const control = (version, architecture) => `Package: mneme
Version: ${version}
Architecture: ${architecture}
Maintainer: The Mneme developers <mneme@localhost>
Section: education
Priority: optional
Depends: libgtk-3-0t64 | libgtk-3-0, libnss3, libasound2t64 | libasound2, libgbm1
Description: Learn by spaced repetition, offline
 Mneme shows you each thing you want to remember shortly before you would forget it.
 Nothing you answer is ever lost.
`;

/** https://specifications.freedesktop.org/desktop-entry-spec/latest/ */
export const desktopEntry = `[Desktop Entry]
Type=Application
Name=Mneme
Comment=Learn by spaced repetition
Exec=/opt/mneme/mneme %F
Icon=mneme
Categories=Education;
MimeType=${fileTypes.map(({ mime }) => `${mime};`).join("")}
StartupWMClass=Mneme
`;

/** https://specifications.freedesktop.org/shared-mime-info-spec/latest/ */
export const mimeTypes = `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
${fileTypes
  .map(
    ({ mime, ending, name }) => `  <mime-type type="${mime}">
    <comment>${name}</comment>
    <sub-class-of type="application/zip"/>
    <glob pattern="*.${ending}"/>
  </mime-type>
`,
  )
  .join("")}</mime-info>
`;
