// The demo pages as a search engine, a social network and a careful visitor find them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fakeBenchOfFile, kDesk } from './harness.mjs';

const bench = fakeBenchOfFile();

const kHome = 'https://maison-laurier.example/';
const kPages = [
  ['index.html', 'fr'],
  ['index.en.html', 'en'],
  ['blog.html', 'fr'],
  ['blog.en.html', 'en'],
];
const site = JSON.parse(readFileSync(new URL('../../content/site.json', import.meta.url), 'utf8'));

const inHead = () => {
  const content = (selector) => document.querySelector(selector)?.content;
  return {
    language: document.documentElement.lang,
    title: document.title,
    h1: [...document.querySelectorAll('h1')].map((h) => h.textContent),
    canonical: document.querySelector('link[rel=canonical]').getAttribute('href'),
    description: content('meta[name=description]'),
    alternates: [...document.querySelectorAll('link[hreflang]')].map((link) => [
      link.hreflang,
      link.getAttribute('href'),
    ]),
    og: Object.fromEntries(
      [...document.querySelectorAll('meta[property^="og:"]')].map((meta) => [
        meta.getAttribute('property').slice(3),
        meta.content,
      ]),
    ),
    data: [...document.querySelectorAll('script[type="application/ld+json"]')].map((script) =>
      JSON.parse(script.textContent),
    ),
  };
};

for (const [path, language] of kPages) {
  test(`${path}: language, title, description, canonical address, both languages and Open Graph agree`, async () => {
    const page = await bench.open(path, kDesk);
    const head = await page.evaluate(inHead);
    const kind = path.split('.')[0],
      other = language === 'fr' ? 'en_CA' : 'fr_CA';
    assert.equal(head.language, `${language}-CA`);
    assert.equal(head.h1.length, 1);
    assert.ok(head.title.length <= 65 && head.title.includes('Maison Laurier'), head.title);
    assert.ok(
      head.description.length >= 100 && head.description.length <= 160,
      `${head.description.length}: ${head.description}`,
    );
    assert.equal(head.canonical, kHome + path);
    assert.deepEqual(head.alternates, [
      ['fr-CA', `${kHome}${kind}.html`],
      ['en-CA', `${kHome}${kind}.en.html`],
      ['x-default', `${kHome}${kind}.html`],
    ]);
    const { 'image:alt': alt, ...og } = head.og;
    assert.ok(alt.startsWith('Maison Laurier'));
    assert.deepEqual(og, {
      type: kind === 'index' ? 'website' : 'article',
      site_name: 'Maison Laurier',
      title: head.h1[0],
      description: head.description,
      url: head.canonical,
      image: `${kHome}social.jpg`,
      'image:width': '1200',
      'image:height': '630',
      locale: `${language}_CA`,
      'locale:alternate': other,
    });
    assert.deepEqual(
      [page.errors, page.strays],
      [[], []],
      'the strict policy has nothing against the data',
    );
    await page.context().close();
  });

  test(`${path}: its structured data says what stands on the page and nothing else`, async () => {
    const page = await bench.open(path, kDesk);
    const {
      data: [{ '@context': context, '@graph': graph }],
      h1,
      description,
    } = await page.evaluate(inHead);
    assert.equal(context, 'https://schema.org');
    const text = (await page.evaluate(() => document.body.textContent)).replace(/\s+/g, ' ');
    const of = (type) => graph.find((thing) => thing['@type'] === type);
    if (path.startsWith('index')) {
      assert.deepEqual(
        graph.map((thing) => thing['@type']),
        ['HealthAndBeautyBusiness', 'FAQPage'],
      );
      const business = of('HealthAndBeautyBusiness');
      assert.deepEqual(
        [business.name, business.telephone, business.url, business.priceRange],
        ['Maison Laurier', '+15145550142', kHome + path, '115-155 $'],
      );
      assert.deepEqual(business.areaServed, ['Montréal', 'Laval', 'Longueuil']);
      assert.ok(
        text.includes(
          language === 'fr' ? 'Montréal, Laval et Longueuil' : 'Montréal, Laval and Longueuil',
        ),
      );
      assert.deepEqual(
        business.makesOffer.map((offer) => [
          offer.itemOffered.name,
          offer.price,
          offer.priceCurrency,
        ]),
        site.services.map((service) => [
          service.name[language],
          `${service.price_cents / 100}.00`,
          'CAD',
        ]),
      );
      assert.ok(text.includes('514\u00a0555-0142'.replace(/\s/, ' ')));
      const asked = await page.evaluate(() =>
        [...document.querySelectorAll('.questions details')].map((d) => [
          d.querySelector('summary').textContent,
          d.querySelector('p').textContent,
        ]),
      );
      assert.equal(asked.length, 3);
      assert.deepEqual(
        of('FAQPage').mainEntity.map(({ name, acceptedAnswer }) => [name, acceptedAnswer.text]),
        asked,
      );
    } else {
      assert.deepEqual(
        graph.map((thing) => thing['@type']),
        ['BlogPosting', 'BreadcrumbList'],
      );
      const article = of('BlogPosting');
      assert.deepEqual(
        [article.headline, article.description, article.url, article.inLanguage],
        [h1[0], description, kHome + path, language],
      );
      assert.equal(article.datePublished, await page.getAttribute('time', 'datetime'));
      assert.equal(article.author.name, 'Maison Laurier');
      assert.deepEqual(
        of('BreadcrumbList').itemListElement.map(({ position, name, item }) => [
          position,
          name,
          item,
        ]),
        language === 'fr'
          ? [
              [1, 'Accueil', `${kHome}index.html`],
              [2, 'Six bienfaits du massage', `${kHome}blog.html`],
            ]
          : [
              [1, 'Home', `${kHome}index.en.html`],
              [2, 'Six benefits of massage', `${kHome}blog.en.html`],
            ],
      );
    }
    await page.context().close();
  });

  test(`${path}: each link of its own leads somewhere, and each anchor exists`, async () => {
    const page = await bench.open(path, kDesk);
    const links = await page.evaluate(() =>
      [...document.querySelectorAll('a[href]')].map((a) => a.href),
    );
    for (const link of new Set(links.filter((href) => href.startsWith(bench.address)))) {
      const [address, anchor] = link.split('#');
      const answer = await page.request.get(address);
      assert.equal(answer.status(), 200, link);
      if (anchor) assert.ok((await answer.text()).includes(`id="${anchor}"`), link);
    }
    const abroad = links
      .filter((href) => !href.startsWith(bench.address))
      .map((href) => new URL(href));
    for (const { protocol, hostname } of abroad)
      assert.ok(
        ['tel:', 'sms:'].includes(protocol) ||
          (protocol === 'https:' && /(^|\.)example(\.com)?$/.test(hostname)),
        `${protocol} ${hostname}`,
      );
    await page.context().close();
  });
}

test('The picture for social networks is there, as large as it says, and light', async () => {
  const page = await bench.open('index.html', kDesk);
  const answer = await page.request.get(`${bench.address}/social.jpg`);
  assert.equal(answer.headers()['content-type'], 'image/jpeg');
  assert.ok((await answer.body()).length < 60_000);
  assert.deepEqual(
    await page.evaluate(async (src) => {
      const image = Object.assign(new Image(), { src });
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    }, `${bench.address}/social.jpg`),
    [1200, 630],
  );
  await page.context().close();
});

test('No page promises a cure', async () => {
  const promises = {
    fr: /(?<!\p{L})(guéri\p{L}*|soign(e|er|ez)|garanti\p{L}*|miracle|élimine(r|nt)? les toxines|traite vos)(?!\p{L})/iu,
    en: /\b(cures?|heals?|healing|guarantee\w*|miracle|detox\w*|clinically proven|treats? your)\b/i,
  };
  for (const [path, language] of kPages) {
    const page = await bench.open(path, kDesk);
    assert.doesNotMatch(
      await page.evaluate(() => document.body.innerText),
      promises[language],
      path,
    );
    await page.context().close();
  }
});
