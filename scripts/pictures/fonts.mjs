import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../suites/suite.mjs';

/** Package, version and family of the open fonts that pictures are made with, whatever this machine has. */
const fonts = [
  ['noto-sans', '0.4.2', 'Noto Sans'],
  ['noto-sans-mono', '0.4.2', 'Noto Sans Mono'],
  ['noto-sans-symbols-2', '0.4.1', 'Noto Sans Symbols 2'],
  ['noto-color-emoji', '0.4.6', 'Noto Color Emoji'],
  ['noto-sans-arabic', '0.4.3', 'Noto Sans Arabic'],
  ['noto-sans-hebrew', '0.4.1', 'Noto Sans Hebrew'],
  ['kosugi', '0.1.0', 'MotoyaLCedar'],
];

/** What npm installs for them. */
export const fontPackages = fonts.map(([name, version]) => `@expo-google-fonts/${name}@${version}`);

/** The environment in which a browser knows these fonts and no other ones. */
export async function chooseFonts(suite, load) {
  const folders = fonts.map(([name]) => dirname(load.resolve(`@expo-google-fonts/${name}/package.json`)));
  const others = fonts.slice(2).map(([, , family]) => family);
  const alias = (generic, first) =>
    `<alias binding="same"><family>${generic}</family><prefer>${[first, ...others].map((name) => `<family>${name}</family>`).join('')}</prefer></alias>`;
  const home = await makeFolder(suite);
  const file = join(home, 'fonts.conf');
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `<dir>${folder}</dir>`).join('\n')}
<cachedir>${home}</cachedir>
${alias('sans-serif', 'Noto Sans')}${alias('system-ui', 'Noto Sans')}${alias('monospace', 'Noto Sans Mono')}
<match target="font"><edit name="hinting" mode="assign"><bool>false</bool></edit><edit name="rgba" mode="assign"><const>none</const></edit></match>
</fontconfig>
`,
  );
  return { FONTCONFIG_FILE: file };
}
