// What sixty runners read, in both languages: tests/advices/advices.{fr,en}.md. Renewed by
//
//   node tests/advices/renew.mjs
//
// after a build (cmake --workflow --preset native); then the difference is read.
// tests/content/advices.test.mjs fails when they are old.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { run } from '../fixtures/native.mjs';
import { runners } from './intakes.mjs';

const head = {
  fr: 'Soixante conseils, tels qu’on les lit. Écrit par `node tests/advices/renew.mjs`; on ne les corrige pas ici, mais dans `content/`. Une ligne déjà lue plus haut n’est pas répétée.',
  en: 'Sixty advices, as they are read. Written by `node tests/advices/renew.mjs`; they are not corrected here, but in `content/`. A line that was read above is not repeated.',
};

export function advices(language) {
  const seen = new Set(); // what stands word for word in an earlier advice is read once
  const parts = runners.map((runner, i) => {
    const done = run('advise', ['--words', '--lang', language], {
      input: JSON.stringify(runner.intake),
    });
    if (done.code !== 0) throw new Error(`${runner.en}: ${done.problem}`);
    const lines = done.out
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('- ') || !seen.has(line));
    for (const line of lines) seen.add(line);
    return `## ${i + 1}. ${runner[language]}\n\n${lines.join('\n').trim()}\n`;
  });
  return `${head[language]}\n\n${parts.join('\n')}`;
}

export const fileOf = (language) => new URL(`advices.${language}.md`, import.meta.url);

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const language of ['fr', 'en']) fs.writeFileSync(fileOf(language), advices(language));
