// The notices that the works in dist/ ask for.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// [what, licence, where its text lies, from the project's root]; the first that is there is taken.
const kWorks = [
  [
    'Hanken Grotesk (fonts, subset)',
    'OFL-1.1',
    ['node_modules/@fontsource/hanken-grotesk/LICENSE'],
  ],
  [
    'react-native-body-highlighter (outlines of muscles)',
    'MIT',
    [
      'node_modules/react-native-body-highlighter/LICENSE',
      'node_modules/react-native-body-highlighter/LICENSE.md',
    ],
  ],
  ['Dear ImGui', 'MIT', ['.deps/imgui/LICENSE.txt']],
  ['JSON for Modern C++', 'MIT', ['.deps/json/LICENSE.MIT', '.deps/json/LICENSE']],
  ['Emscripten (runtime)', 'MIT', ['.deps/emscripten/LICENSE']],
];

export function licences(home) {
  const texts = kWorks.map(([name, licence, places]) => {
    const place = places.map((path) => join(home, path)).find(existsSync);
    return `${name} (${licence})\n\n${place ? readFileSync(place, 'utf8').trim() : `Licence: https://spdx.org/licenses/${licence}.html`}\n`;
  });
  return `This product contains the following works under their own licences.\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}
