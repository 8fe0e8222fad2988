// advisor.zip, for who puts the tool on a site and builds nothing: the folder to upload, without
// the demonstration's pages; an example of the settings for each booking system, with the schema;
// and the guide of docs/ as pages that open by a double click.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { Marked } from 'marked';
import { anchorOf } from './anchor.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const docs = join(here, '../../docs');

// Of docs/, what concerns a site; what they lead to beyond these stays plain text.
const kGuides = ['site', 'site.fr', 'embed', 'deploy', 'privacy', 'strangers', 'accessibility'];
const kDemo = /^(index|blog)\.|^social\.jpg/;
// What lies beside the examples: to check them by, and to find words in.
const kBeside = new Set(['site.schema.json', 'words.fr.json', 'words.en.json']);
// One date for all files: the same build gives the same bytes.
const kDate = '1980-01-01T00:00:00';

/** @param {{ dist: string, content: string, out: string }} from folders, and the file to write */
export function buildZip({ dist, content, out }) {
  const files = {
    ...toUpload(dist),
    ...examples(content),
    ...guide(),
    'start.html': readFileSync(join(here, 'guide/start.html')),
    'guide/guide.css': readFileSync(join(here, 'guide/guide.css')),
  };
  const isPacked = (/** @type {string} */ name) => /\.(br|gz|webp|woff2)$/.test(name);
  const entries = Object.entries(files).map(([name, data]) => [
    name,
    [typeof data === 'string' ? Buffer.from(data) : data, { level: isPacked(name) ? 0 : 9 }],
  ]);
  writeFileSync(out, zipSync(Object.fromEntries(entries), { mtime: kDate }));
}

function toUpload(dist) {
  const names = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath ?? entry.path, entry.name).slice(dist.length + 1))
    .filter((name) => !kDemo.test(name));
  return {
    ...Object.fromEntries(names.map((name) => [`advisor/${name}`, readFileSync(join(dist, name))])),
    'advisor/_headers': readFileSync(join(here, 'guide/_headers')),
  };
}

function examples(content) {
  const at = join(content, 'sites');
  return {
    ...Object.fromEntries(
      readdirSync(at).map((name) => [
        `examples/${name}`,
        readFileSync(join(at, name), 'utf8').replace('"../site.schema.json"', '"site.schema.json"'),
      ]),
    ),
    ...Object.fromEntries(
      [...kBeside].map((name) => [`examples/${name}`, readFileSync(join(content, name))]),
    ),
  };
}

function guide() {
  const names = [
    ...kGuides.map((name) => `${name}.md`),
    ...readdirSync(join(docs, 'install')).map((name) => `install/${name}`),
  ];
  return Object.fromEntries(
    names.map((name) => [
      `guide/${name.replace('.md', '.html')}`,
      pageOf(name, readFileSync(join(docs, name), 'utf8'), new Set(names)),
    ]),
  );
}

/** @param {string} name @param {string} text @param {Set<string>} names of the guide's pages */
function pageOf(name, text, names) {
  const inGuide = new Marked({
    renderer: {
      heading({ tokens, depth, text: title }) {
        const words = this.parser.parseInline(tokens);
        return `<h${depth} id="${anchorOf(title)}">${words}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        const to = targetOf(name, href, names);
        return to ? `<a href="${to}">${words}</a>` : words;
      },
    },
  });
  const language = name.includes('.fr.') ? 'fr' : 'en';
  const [, title] = /^# (.*)$/m.exec(text);
  const up = name.includes('/') ? '../' : '';
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="stylesheet" href="${up}guide.css">
<main>
<p><a href="${up}../start.html">${language === 'fr' ? 'Tout le guide' : 'The whole guide'}</a></p>
${inGuide.parse(text)}</main>
</html>
`;
}

// Where a link of docs/ leads in the guide; nowhere if it leads into the sources.
function targetOf(from, href, names) {
  if (/^(https?:|#)/.test(href)) return href;
  const [path, anchor] = href.split('#');
  const to = posix.join(posix.dirname(from), path);
  const up = from.includes('/') ? '../../' : '../';
  if (names.has(to)) return path.replace('.md', '.html') + (anchor ? `#${anchor}` : '');
  const [name, inContent] = [posix.basename(to), to.startsWith('../content/')];
  return inContent && (kBeside.has(name) || to.includes('/sites/'))
    ? `${up}examples/${name}`
    : null;
}
