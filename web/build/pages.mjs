// The demo pages, with what is the business's own (name, phones, services, prices, booking) filled
// in from site.json.

import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { structuredData } from './structured-data.mjs';
import { plainLink, shownPhone } from '../embed/plain-link.js';

const web = fileURLToPath(new URL('..', import.meta.url));

// Where the pages will stand: search engines want whole addresses.
const kAddress = process.env.SITE_ADDRESS ?? 'https://maison-laurier.example/';
const kKinds = ['index', 'blog'];
const kLanguages = ['fr', 'en'];

/**
 * @param {{ out: string, site: object, files: { style: string, frame: string, fonts:
 *   string[] } }} what
 */
export function buildPages({ out, site, files }) {
  const text = (path) => readFileSync(join(web, path), 'utf8'),
    read = (name) => text(join('site/pages', name));
  const words = JSON.parse(read('words.json')),
    shell = read('page.html'),
    links = read('links.html').trimEnd();
  copyFileSync(join(web, 'site/social.jpg'), join(out, 'social.jpg'));
  const ofAll = {
    style: files.style,
    frame: files.frame,
    font400: files.fonts[0],
    font600: files.fonts[1],
    address: kAddress,
  };

  for (const language of kLanguages) {
    const ofLanguage = {
      ...ofAll,
      ...ofSite(site, language),
      ...words[language],
      links,
      tool: read(`tool.${language}.html`).trimEnd(),
    };
    for (const kind of kKinds) {
      const { main, ...head } = parted(read(`${kind}.${language}.html`));
      const page = nameOf(kind, language);
      const values = { ...ofLanguage, ...head, main, ...places(kind, language) };
      // Made from the text of the page, and then put into it.
      const html = filled(shell, values, page);
      writeFileSync(
        join(out, page),
        html.replace(
          '</head>',
          () =>
            `  ${structuredData({ html, page, language, site, address: kAddress, booking: plainLink(site.booking) })}\n</head>`,
        ),
      );
    }
  }
  writeFileSync(join(out, 'embed.html'), filled(text('embed/embed.html'), ofAll, 'embed.html'));
}

const nameOf = (kind, language) => `${kind}${language === 'fr' ? '' : `.${language}`}.html`;

// What stands in the place of {{a name}} may hold such places itself.
function filled(text, values, page) {
  return text.replace(/\{\{(\w+)\}\}/g, (_, key) => {
    if (!(key in values)) throw new Error(`${page}: nothing is known of {{${key}}}`);
    return filled(values[key], values, page);
  });
}

// "title: …" and the like above an empty line; below it what stands in <main>.
function parted(text) {
  const [head, ...main] = text.trimEnd().split('\n\n');
  return {
    ...Object.fromEntries(head.split('\n').map((line) => line.split(/: (.*)/).slice(0, 2))),
    main: main.join('\n\n'),
  };
}

function places(kind, language) {
  const other = kLanguages.find((one) => one !== language);
  const at = (here) => (kind === here ? ' aria-current="page"' : '');
  return {
    language,
    other,
    page: nameOf(kind, language),
    page_other: nameOf(kind, other),
    page_fr: nameOf(kind, 'fr'),
    page_en: nameOf(kind, 'en'),
    home: nameOf('index', language),
    at_home: at('index'),
    articles: nameOf('blog', language),
    at_articles: at('blog'),
  };
}

function ofSite(site, language) {
  return {
    name: escape(site.name),
    booking: escape(plainLink(site.booking)),
    services: services(site, language),
    areas: escape(areas(site, language)),
    phone: escape(site.phone ?? ''),
    phone_text: escape(shownPhone(site.phone ?? '')),
    text_number: escape(site.text_number ?? ''),
    text_number_text: escape(shownPhone(site.text_number ?? '')),
    privacy: escape(site.privacy_url?.[language] ?? site.privacy_url ?? ''),
  };
}

function services(site, language) {
  const money = new Intl.NumberFormat(`${language}-CA`, {
    style: 'currency',
    currency: site.currency ?? 'CAD',
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  });
  return site.services
    .map(({ name, minutes, price_cents: cents }) => {
      const words = escape(name[language].replace(new RegExp(`,?\\s*${minutes}\\s*min\\.?$`), ''));
      return `<li><span>${words}</span><span>${minutes}\u00a0min</span><span>${cents ? escape(money.format(cents / 100)) : ''}</span></li>`;
    })
    .join('\n          ');
}

function areas(site, language) {
  return new Intl.ListFormat(`${language}-CA`).format(
    (site.areas_served ?? []).map((area) => area[language] ?? area),
  );
}

function escape(text) {
  return text.replace(
    /[&<>"]/g,
    (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter],
  );
}
