// The works of others in dist/: what each is, its licence, its version. Read by licences.mjs and
// sbom.mjs.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// A work of npm has its version in package-lock.json; one of dependencies.txt in its row "git". Its
// licence's text is the first of `texts` that is there; an MIT licence whose file is not among what
// the set-up keeps is written with its holder's name.
const kWorks = [
  {
    name: 'Hanken Grotesk (fonts, subset)',
    licence: 'OFL-1.1',
    npm: '@fontsource/hanken-grotesk',
    texts: ['LICENSE'],
  },
  {
    name: 'react-native-body-highlighter (outlines of muscles)',
    licence: 'MIT',
    npm: 'react-native-body-highlighter',
    texts: ['LICENSE', 'LICENSE.md'],
  },
  { name: 'Dear ImGui', licence: 'MIT', git: 'imgui', texts: ['.deps/imgui/LICENSE.txt'] },
  {
    name: 'JSON for Modern C++',
    licence: 'MIT',
    git: 'nlohmann',
    holder: '2013-2023 Niels Lohmann',
  },
  {
    name: 'Emscripten (runtime)',
    licence: 'MIT',
    git: 'emsdk',
    holder: '2010-2014 Emscripten authors, see AUTHORS file',
  },
];

const mit = (home, holder) =>
  readFileSync(join(home, 'LICENSE'), 'utf8').replace(/Copyright .*/, `Copyright (c) ${holder}`);

/**
 * @param {string} home the project's root
 * @returns {{ name: string, licence: string, version: string, text: string, npm?: string,
 *   integrity?: string, repository?: string }[]}
 */
export function works(home) {
  const lock = JSON.parse(readFileSync(join(home, 'package-lock.json'), 'utf8')).packages;
  const pins = readFileSync(join(home, 'dependencies.txt'), 'utf8');
  return kWorks.map(({ name, licence, npm, git, holder, texts = [] }) => {
    const places = texts.map((path) => join(home, npm ? `node_modules/${npm}` : '', path));
    const place = places.find(existsSync);
    const text = place
      ? readFileSync(place, 'utf8').trim()
      : holder
        ? mit(home, holder).trim()
        : `Licence: https://spdx.org/licenses/${licence}.html`;
    if (npm) {
      const { version, integrity } = lock[`node_modules/${npm}`];
      return { name, licence, text, npm, version, integrity };
    }
    const [, tag, repository] = pins.match(new RegExp(`^git +${git} +(\\S+) +(\\S+)`, 'm')) ?? [];
    if (!tag) throw new Error(`dependencies.txt: no row "git ${git}"`);
    return { name, licence, text, version: tag.replace(/^v/, ''), repository };
  });
}
