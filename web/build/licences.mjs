// The notices that the works in dist/ ask for.

import { works } from './works.mjs';

/** @param {string} home the project's root */
export function licences(home) {
  const texts = works(home).map(({ name, licence, text }) => `${name} (${licence})\n\n${text}\n`);
  const between = `\n${'-'.repeat(72)}\n\n`;
  return `This product contains the following works under their own licences.\n\n${texts.join(between)}`;
}
