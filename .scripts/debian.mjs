// The texts of the Debian package.

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
Exec=/opt/mneme/mneme %U
Icon=mneme
Categories=Education;
StartupWMClass=Mneme
`;
