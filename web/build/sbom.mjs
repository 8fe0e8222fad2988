// What dist/ is made of, as CycloneDX 1.5: the works of others that ship in it, no tool of the
// build. The same sources give the same bytes: no time, no serial number.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { works } from './works.mjs';

const licensed = (id) => [{ license: { id } }];

function component({ name, licence, version, npm, integrity, repository }) {
  if (npm) {
    const purl = `pkg:npm/${npm.replace('@', '%40')}@${version}`;
    const content = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
    const hashes = [{ alg: 'SHA-512', content }];
    return {
      type: 'library',
      'bom-ref': purl,
      name,
      version,
      hashes,
      licenses: licensed(licence),
      purl,
    };
  }
  const purl = `pkg:github/${repository.replace(/^https:\/\/github\.com\/|\.git$/g, '').toLowerCase()}@${version}`;
  const externalReferences = [{ type: 'vcs', url: repository }];
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    licenses: licensed(licence),
    purl,
    externalReferences,
  };
}

/** @param {string} home the project's root */
export function sbom(home) {
  const { name, version, license, description } = JSON.parse(
    readFileSync(join(home, 'package.json'), 'utf8'),
  );
  const components = works(home).map(component);
  const purl = `pkg:npm/${name}@${version}`;
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': purl,
        name,
        version,
        description,
        licenses: licensed(license),
        purl,
      },
    },
    components,
    dependencies: [{ ref: purl, dependsOn: components.map((one) => one['bom-ref']) }],
  };
}
