// Takes the golden screenshots again, from the desktop program: node tests/screens/update.mjs
// [LOOK...]. A golden that is still right stays as it is, byte for byte.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, pack } from './compare.mjs';
import { goldenOf, kLooks } from './screens.mjs';
import { desktopTakes } from './takes.mjs';

const kSame = 0.00005;
const goldens = fileURLToPath(new URL('goldens', import.meta.url));
const wanted = process.argv.slice(2);
let bytes = 0;
for (const look of kLooks.filter(({ name }) => !wanted.length || wanted.includes(name))) {
  const folder = join(goldens, look.name),
    left = new Set(existsSync(folder) ? readdirSync(folder) : []);
  mkdirSync(folder, { recursive: true });
  for await (const { screen, png } of desktopTakes(look)) {
    const file = join(goldens, goldenOf(look, screen));
    if (dirname(file) === folder) left.delete(`${screen.name}.png`);
    const share = existsSync(file) ? compare(readFileSync(file), png).share : 1;
    if (share > kSame) {
      writeFileSync(file, pack(png));
      console.log(
        `${look.name}/${screen.name}${share < 1 ? `: ${(100 * share).toFixed(2)} % differed` : ': new'}`,
      );
    }
    bytes += readFileSync(file).length;
  }
  for (const gone of left) rmSync(join(folder, gone));
}
if (!wanted.length)
  for (const folder of readdirSync(goldens))
    if (!kLooks.some(({ name }) => name === folder))
      rmSync(join(goldens, folder), { recursive: true });
console.log(`${Math.round(bytes / 1024)} KB`);
