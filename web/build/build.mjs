// dist/: the files to put on a web server. Takes web/, content/, the module
// (build/web/advisor.{js,wasm}), the atlas and the fonts; gives the element under its own name and
// everything else under hashed names in assets/, precompressed, with the licences.
//
// Also the npm package (web/build/package.mjs) and advisor.zip (web/build/zip.mjs).
//
//   node web/build/build.mjs [--module DIR] [--atlas FILE] [--content DIR] [--out DIR]
//     [--package DIR] [--zip FILE]

import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build as bundle, transform } from 'esbuild';
import { compressFolder } from './compress.mjs';
import { firstWords } from './first-words.mjs';
import { buildFonts } from './fonts.mjs';
import { buildPackage } from './package.mjs';
import { buildPages } from './pages.mjs';
import {
  idsOf,
  module as vocabularyModule,
  publicTypes,
  readVocabulary,
} from '../../src/vocabulary/write.mjs';
import { licences } from './licences.mjs';
import { sbom } from './sbom.mjs';
import { buildZip } from './zip.mjs';

const web = fileURLToPath(new URL('..', import.meta.url));
const home = join(web, '..');
const kTarget = 'es2022';
const kFacadeWords = ['product', 'title', 'text', 'button', 'note', 'loading', 'failed', 'retry'];

/**
 * @param {{ module: string, atlas: string, content: string, out: string, fonts: string, package?:
 *   string, vocabulary?: import('../../src/vocabulary/write.mjs').Vocabulary }} from folders and
 *   files
 */
export async function buildSite({
  module,
  atlas,
  content,
  out,
  fonts,
  package: packed,
  vocabulary = readVocabulary(),
}) {
  await buildFonts(fonts);
  const assets = new Assets(out);
  const words = readWords(content, vocabulary);
  const site = withoutSchema(readJson(join(content, 'site.json')));
  writeFileSync(join(out, 'site.json'), JSON.stringify(site));
  const knowledge = withoutSchema(readJson(join(content, 'knowledge.json')));
  const files = toolOf(assets, { module, atlas, fonts, knowledge, words });

  const built = {
    'built:facade-words': exported('words', facadeWords(words)),
    'built:files': exported('files', files),
    'built:vocabulary': vocabularyModule(vocabulary),
  };
  files.mistakes = await mistakesOf(assets, content);
  const widget = await bundleScript(join(web, 'widget/widget.js'), built, {
    module: resolve(module, 'advisor.js'),
    apart: files.mistakes,
  });
  files.widget = assets.add('widget.js', widget);
  const first = { early: [files.wasm, files.pack], ...addPosters(out) };
  built['built:first-files'] = exported('files', first);
  const element = (place) =>
    bundleScript(join(web, 'element/recovery-advisor.js'), { ...built, 'built:place': place });
  const place = `export const address = (name) => new URL(name, import.meta.url).href;
    export const bringWidget = (again) => import(address(${JSON.stringify(files.widget)}) + again);`;
  writeFileSync(join(out, 'recovery-advisor.js'), await element(place));
  addDeclarations(out, vocabulary);

  const pageFiles = await pageFilesOf(assets, fonts, built);
  buildPages({ out, site, files: pageFiles });
  const parent = await bundleScript(join(web, 'embed/embed-parent.js'), built);
  writeFileSync(join(out, 'embed-parent.js'), parent);
  built['built:offline'] = exported('files', offline(out, files, first, pageFiles));
  const worker = await bundleScript(join(web, 'site/service-worker.js'), built, { format: 'iife' });
  writeFileSync(join(out, 'service-worker.js'), worker);
  addPapers(out);
  if (packed) {
    const needed = [...toolFiles(files), files.site, ...first.posters];
    await buildPackage({
      dist: out,
      out: packed,
      schema: join(content, 'site.schema.json'),
      files: needed,
      scripts: [files.widget, files.mistakes],
      version: readJson(join(home, 'package.json')).version,
      bundle: element,
    });
  }
  compressFolder(out);
  return files;
}

const exported = (name, value) => `export const ${name} = ${JSON.stringify(value)};`;

// By language.
function readWords(content, vocabulary) {
  const languages = idsOf(vocabulary.advice.Language);
  return Object.fromEntries(
    languages.map((language) => [language, readJson(join(content, `words.${language}.json`))]),
  );
}

// What an editor reads of the element.
function addDeclarations(out, vocabulary) {
  const declared = readFileSync(join(web, 'element', 'recovery-advisor.d.ts'), 'utf8');
  writeFileSync(join(out, 'recovery-advisor.d.ts'), publicTypes(declared, vocabulary));
  copyFileSync(join(web, 'element', 'custom-elements.json'), join(out, 'custom-elements.json'));
}

// What it is made of, and under which licences.
function addPapers(out) {
  copyFileSync(join(home, 'LICENSE'), join(out, 'LICENSE'));
  writeFileSync(join(out, 'LICENSES.txt'), licences(home));
  writeFileSync(join(out, 'sbom.cdx.json'), `${JSON.stringify(sbom(home), null, 2)}\n`);
}

// What the tool asks the server for, by what it is.
function toolOf(assets, { module, atlas, fonts, knowledge, words }) {
  const parts = [
    ['atlas', readFileSync(atlas)],
    ['fontRegular', readFileSync(join(fonts, 'hanken-400.ttf'))],
    ['fontSemibold', readFileSync(join(fonts, 'hanken-600.ttf'))],
  ];
  const pack = Buffer.concat(parts.map(([, data]) => data));
  const wasm = readFileSync(join(module, 'advisor.wasm'));
  const later = join(module, 'advisor.later.wasm');
  const ofEach = (name, textOf) =>
    Object.fromEntries(
      Object.keys(words).map((language) => [
        language,
        assets.add(name(language), textOf(words[language])),
      ]),
    );
  return {
    wasm: assets.add('advisor.wasm', wasm),
    pack: assets.add('pack.bin', pack),
    parts: parts.map(([name, data]) => [name, data.length]),
    first: ofEach(
      (language) => `first.${language}.txt`,
      (text) => firstWords(knowledge, text),
    ),
    // From here on: after the first frame.
    later: existsSync(later) ? assets.add('advisor.later.wasm', readFileSync(later)) : null,
    knowledge: assets.add('knowledge.json', JSON.stringify(knowledge)),
    words: ofEach(
      (language) => `words.${language}.json`,
      (text) => JSON.stringify(withoutSchema(text)),
    ),
    figure: assets.add('figure.bin', readFileSync(join(dirname(atlas), 'atlas-female.bin'))),
    site: 'site.json',
    weights: { wasm: wasm.length, pack: pack.length },
  };
}

// What is wrong with a file, in sentences: it comes with the first mistake.
async function mistakesOf(assets, content) {
  const { mistakes, words } = readJson(join(content, 'mistakes.json'));
  const source = exported('mistakes', mistakes) + exported('words', words);
  const script = await bundleScript(join(web, 'widget/mistakes.js'), { 'built:mistakes': source });
  return assets.add('mistakes.js', script);
}

// What the demo pages and the page for an iframe have of their own.
async function pageFilesOf(assets, fonts, built) {
  const addFont = (_, name) =>
    assets.add(name, readFileSync(join(fonts, name))).replace('assets/', '');
  const css = readFileSync(join(web, 'site/site.css'), 'utf8');
  const style = css.replaceAll(/built:(hanken-\d+\.woff2)/g, addFont);
  const { code } = await transform(style, { loader: 'css', minify: true });
  return {
    style: assets.add('site.css', code),
    frame: assets.add('embed.js', await bundleScript(join(web, 'embed/embed.js'), built)),
    fonts: [400, 600].map((weight) => assets.nameOf(`hanken-${weight}.woff2`)),
  };
}

/**
 * Files under names that change with their content, so that a server may let them be kept for ever.
 */
class Assets {
  #out;
  #names = new Map();
  constructor(out) {
    this.#out = out;
    rmSync(out, { recursive: true, force: true });
    mkdirSync(join(out, 'assets'), { recursive: true });
  }
  add(name, data) {
    const hash = createHash('sha256').update(data).digest('hex').slice(0, 10);
    const dot = name.lastIndexOf('.');
    const path = `assets/${name.slice(0, dot)}-${hash}${name.slice(dot)}`;
    writeFileSync(join(this.#out, path), data);
    this.#names.set(name, path);
    return path;
  }
  nameOf(name) {
    return this.#names.get(name);
  }
}

/**
 * @param {Record<string, string>} built modules that the build writes: 'built:…' to their source
 * @param {{ module?: string, apart?: string, format?: 'esm' | 'iife' }} how what 'built:module'
 *   stands for; the asset of mistakes.js, which comes by itself
 */
async function bundleScript(entry, built, { module, apart, format = 'esm' } = {}) {
  const written = {
    name: 'written-by-the-build',
    setup(build) {
      build.onResolve({ filter: /^built:/ }, ({ path }) =>
        path === 'built:module' ? { path: module } : { path, namespace: 'built' },
      );
      if (apart)
        build.onResolve({ filter: /^\.\/mistakes\.js$/ }, () => ({
          path: apart.replace('assets', '.'),
          external: true,
        }));
      build.onLoad({ filter: /.*/, namespace: 'built' }, ({ path }) => ({
        contents: built[path],
        loader: 'ts',
      }));
      build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const { code } = await transform(withoutLightDark(readFileSync(path, 'utf8')), {
          loader: 'css',
          minify: true,
          target: ['chrome111', 'safari16.4', 'firefox113'],
        });
        return { contents: code.trim(), loader: 'text' };
      });
    },
  };
  const result = await bundle({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    sourcemap: process.env.ADVISOR_SOURCE_MAPS ? 'inline' : false,
    format,
    target: kTarget,
    charset: 'utf8',
    legalComments: 'none',
    plugins: [written],
    logLevel: 'warning',
    // The module's glue looks for Node.js where it does not run.
    external: ['module', 'fs', 'path', 'url', 'node:*', './assets/*'],
    // It is handed its program, and names a file of its own beside it for want of that: bundlers
    // that follow addresses would stop at it.
    define: module ? { 'import.meta.url': '""' } : {},
  });
  return Buffer.from(result.outputFiles[0].contents);
}

// Safari has light-dark() from 17.5 on. Of --when-light and --when-dark one is empty and one makes
// its fallback count (stage.css).
const withoutLightDark = (css) =>
  css.replace(/light-dark\(([^,()]+),([^,()]+)\)/g, 'var(--when-light,$1) var(--when-dark,$2)');

const toolFiles = ({ wasm, later, pack, knowledge, figure, first, words }) =>
  [wasm, later, pack, knowledge, figure, ...Object.values(first), ...Object.values(words)].filter(
    Boolean,
  );

// What the service worker keeps. The element keeps its name from version to version: only the one
// that knows these files will do.
function offline(out, files, { posters }, page) {
  const tool = [...toolFiles(files), files.widget, files.mistakes];
  const needed = [
    files.wasm,
    files.later,
    files.pack,
    files.knowledge,
    ...Object.values(files.first),
    files.widget,
    'embed.html',
    page.style,
    page.frame,
    ...page.fonts,
    ...posters,
  ].filter(Boolean);
  const integrity = `sha256-${createHash('sha256')
    .update(readFileSync(join(out, 'recovery-advisor.js')))
    .digest('base64')}`;
  const version = createHash('sha256')
    .update(integrity + needed + readFileSync(join(out, 'embed.html')))
    .digest('hex')
    .slice(0, 10);
  return { version, tool, needed, checked: { 'recovery-advisor.js': integrity } };
}

function facadeWords(words) {
  return Object.fromEntries(
    Object.entries(words).map(([language, { ui }]) => [
      language,
      Object.fromEntries(
        kFacadeWords.map((key) => {
          const text = ui[`facade.${key}`];
          if (!text) throw new Error(`words.${language}.json: /ui/facade.${key} is missing`);
          // Its first sentence has a line of its own.
          return [key, key === 'note' ? text.replace('. ', '.\n') : text];
        }),
      ),
    ]),
  );
}

// Baked from the real figure (web/build/poster.mjs).
function addPosters(out) {
  const names = ['poster.webp', 'poster-dark.webp'];
  for (const name of names) copyFileSync(join(web, 'element', name), join(out, name));
  return { posters: names, size: webpSize(readFileSync(join(web, 'element', names[0]))) };
}

function webpSize(picture) {
  const kind = picture.toString('latin1', 12, 16);
  if (kind === 'VP8X') return [picture.readUIntLE(24, 3) + 1, picture.readUIntLE(27, 3) + 1];
  if (kind === 'VP8 ')
    return [picture.readUInt16LE(26) & 0x3fff, picture.readUInt16LE(28) & 0x3fff];
  const bits = picture.readUInt32LE(21);
  return [(bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1];
}

function withoutSchema({ $schema, ...rest }) {
  return rest;
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${relative(home, path)}: ${error.message}`);
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      module: { type: 'string', default: join(home, 'build/web') },
      atlas: { type: 'string' },
      content: { type: 'string', default: join(home, 'content') },
      fonts: { type: 'string', default: join(home, 'build/fonts') },
      out: { type: 'string', default: join(home, 'dist') },
      package: { type: 'string', default: join(home, 'build/package') },
      zip: { type: 'string', default: join(home, 'build/advisor.zip') },
    },
  });
  values.atlas ??= join(values.module, 'atlas', 'atlas-male.bin');
  await buildSite(values);
  buildZip({ dist: values.out, content: values.content, out: values.zip });
  console.log(`built: ${relative(process.cwd(), values.out) || values.out}`);
}
