// docs/install/wordpress.md to the letter, in a real WordPress: advisor.zip's folder beside
// wp-content, the document's business.json and its code; what it says of authors and of the classic
// editor is so.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { unzipSync } from 'fflate';
import { kPhone, startBenchAt } from '../../browser/harness.mjs';
import { adviseCalf, control, opened } from '../../strangers/visit.mjs';
import { isMissing, WordPress } from './wordpress.mjs';

const read = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url));
const guide = read('docs/install/wordpress.md').toString();
const block = (kind) => new RegExp(`\`\`\`${kind}\n(.*?)\`\`\``, 's').exec(guide)[1];
const kCode = `<!-- wp:html -->\n${block('html')}<!-- /wp:html -->`;
const kOneLine = /`(<script[^`]+<recovery-advisor lang="en"[^`]+)`/.exec(guide)[1];

let wordpress, bench, administrator, author;
before(async () => {
  if (isMissing) return;
  const zip = Object.entries(unzipSync(read('build/advisor.zip')));
  wordpress = new WordPress();
  await wordpress.start({
    ...Object.fromEntries(zip.filter(([name]) => name.startsWith('advisor/'))),
    'advisor/business.json': block('json'),
  });
  bench = await startBenchAt(wordpress.address);
  administrator = await wordpress.logIn(bench.browser, 'admin');
  await wordpress.addAuthor(administrator);
  author = await wordpress.logIn(bench.browser, 'author');
});
after(async () => {
  await bench?.close();
  wordpress?.stop();
});

/** Published as the editor does it. */
async function published(ask, content) {
  const post = await ask('/wp/v2/posts', { title: 'A post', content, status: 'publish' });
  assert.ok(post.link, JSON.stringify(post));
  return post;
}

/** From the card to the booking link, as a visitor with a phone. */
async function isUsed({ id }) {
  const page = await bench.open(
    `?p=${id}`,
    { ...kPhone, reducedMotion: 'reduce' },
    { now: '2026-06-10T10:00:00-04:00' },
  );
  await page.getByRole('button', { name: 'Start' }).tap();
  const reader = await opened(page);
  await adviseCalf({ page, reader });
  const href = await control(page, 'book').getAttribute('href');
  assert.match(
    href,
    /^https:\/\/calendly\.com\/massage-exemple\/massage-sportif-\d0\?month=2026-06&date=2026-06-\d\d$/,
  );
  assert.deepEqual(page.errors, []);
  await page.context().close();
}

const skip = isMissing;

test(
  'an administrator pastes the code into a Custom HTML block: a visitor books',
  { skip },
  async () => {
    const post = await published(administrator, kCode);
    assert.ok(post.content.raw.includes(block('html').trim()));
    await isUsed(post);
  },
);

test(
  'a pattern of the administrator’s, added by an author, is whole, also after the author has edited the post',
  { skip },
  async () => {
    const { id: ref } = await administrator('/wp/v2/blocks', {
      title: 'Advisor',
      content: kCode,
      status: 'publish',
    });
    const use = `<!-- wp:block {"ref":${ref}} /-->`;
    const post = await published(
      author,
      `<!-- wp:paragraph --><p>Befor.</p><!-- /wp:paragraph -->${use}`,
    );
    await author(`/wp/v2/posts/${post.id}`, {
      content: `<!-- wp:paragraph --><p>Before.</p><!-- /wp:paragraph -->${use}`,
    });
    await isUsed(post);
  },
);

test(
  'an author who pastes the code directly loses the tags, and the style is published as text',
  { skip },
  async () => {
    const { content } = await published(author, kCode);
    assert.ok(!content.raw.includes('<recovery-advisor'));
    assert.match(content.rendered, /@media \(scripting: enabled\)/);
  },
);

test(
  'on one line, in a post without blocks, the tag keeps what stands in it',
  { skip },
  async () => {
    const { id } = await published(administrator, `Before.\n\n${kOneLine}\n\nAfter.`);
    const html = await (await fetch(`${wordpress.address}/?p=${id}`)).text();
    assert.ok(
      html.includes(kOneLine.replace('"Book"', 'Book')),
      html.slice(html.indexOf('<recovery'), html.indexOf('<recovery') + 400),
    );
    await isUsed({ id });
  },
);
