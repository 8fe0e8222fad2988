// What axe-core finds in a page, shadow roots included, as lines that say where.
/* global axe */ // of the page

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
export async function audit(page, within = 'html') {
  await page.evaluate(source);
  const { violations } = await page.evaluate(
    (within) =>
      axe.run(within, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }),
    within,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id} at ${target.flat().join(' > ')}: ${failureSummary.replaceAll('\n', ' ')}`,
    ),
  );
}
