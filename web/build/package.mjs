// The npm package: the same files as dist/, under an entry that writes each address out, so that
// bundlers find and move them.
//
//   npm pack ./build/package

import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * @param {{ dist: string, out: string, schema: string, files: string[], scripts: string[],
 *   version: string, bundle: (place: string) => Promise<Buffer> }} what of the scripts the widget
 *   is the first
 */
export async function buildPackage({ dist, out, schema, files, scripts, version, bundle }) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, 'assets'), { recursive: true });
  for (const name of [
    ...files,
    ...scripts,
    'LICENSE',
    'LICENSES.txt',
    'sbom.cdx.json',
    'recovery-advisor.d.ts',
    'custom-elements.json',
  ])
    copyFileSync(join(dist, name), join(out, name));
  copyFileSync(schema, join(out, 'site.schema.json'));
  copyFileSync(join(here, 'package.react.d.ts'), join(out, 'react.d.ts'));
  copyFileSync(join(here, 'package.readme.md'), join(out, 'README.md'));
  writeFileSync(join(out, 'recovery-advisor.js'), await bundle(placeOf(files, scripts[0])));
  // Where there is no page, the element is not defined, and nothing fails.
  writeFileSync(join(out, 'server.js'), 'export {};\n');
  const manifest = JSON.parse(readFileSync(join(here, 'package.template.json'), 'utf8'));
  writeFileSync(
    join(out, 'package.json'),
    `${JSON.stringify({ ...manifest, version }, null, 2)}\n`,
  );
}

// A small file that is inlined as data: would be refused by a strict policy.
function placeOf(files, widget) {
  const addresses = files.map(
    (name) => `${JSON.stringify(name)}: new URL('./${name}?no-inline', import.meta.url).href`,
  );
  return `const addresses = { ${addresses.join(', ')} };
    export const address = (name) => addresses[name];
    export const bringWidget = () => import('./${widget}');`;
}
