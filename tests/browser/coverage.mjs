// Which functions of web/ a page of a test has entered. Only where ADVISOR_COVERAGE names a folder,
// as tests/web_coverage.mjs has it, and where dist/ was built with its source maps.

import { writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';

const kFolder = process.env.ADVISOR_COVERAGE;
const kMap = /\/\/# sourceMappingURL=data:application\/json;base64,(\S+)/;
/** By the text of a script. @type {Map<string, SourceMap | null>} */
const maps = new Map();
let pages = 0;

function mapOf(text) {
  if (!maps.has(text)) {
    const [, packed] = kMap.exec(text) ?? [];
    maps.set(text, packed ? new SourceMap(JSON.parse(Buffer.from(packed, 'base64'))) : null);
  }
  return maps.get(text);
}

/** Each function of the script as `[its place in web/, how often it was entered]`. */
function functionsOf({ source: text = '', functions }) {
  const map = mapOf(text);
  if (!map) return [];
  return functions.flatMap(({ ranges: [{ startOffset, count }] }) => {
    const before = text.slice(0, startOffset).split('\n');
    const entry = map.findEntry(before.length - 1, before.at(-1).length);
    const [, file] = /^(?:\.\.\/)*(web\/[^:]+)$/.exec(entry.originalSource ?? '') ?? [];
    if (!file || startOffset === 0) return []; // the whole script
    return [[`${file}:${entry.originalLine + 1}:${entry.originalColumn + 1}`, count]];
  });
}

/** Writes down what each page of the browser has entered, before its context is closed. */
export function keepCoverage(browser) {
  if (!kFolder) return;
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options),
      newPage = context.newPage.bind(context),
      close = context.close.bind(context);
    const opened = [];
    context.newPage = async () => {
      const page = await newPage();
      opened.push(page);
      await page.coverage.startJSCoverage({ resetOnNavigation: false });
      return page;
    };
    context.close = async () => {
      for (const page of opened.splice(0)) {
        const scripts = await page.coverage.stopJSCoverage().catch(() => []);
        const file = join(kFolder, `${process.pid}-${pages++}.json`);
        writeFileSync(file, JSON.stringify(scripts.flatMap(functionsOf)));
      }
      await close();
    };
    return context;
  };
}
