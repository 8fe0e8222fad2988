// The demo pages, with what is the business's own (name, phones, services, prices, booking) filled in from site.json.

import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { structuredData } from './structured-data.mjs';

// Where the pages will stand: search engines want whole addresses.
const kAddress = process.env.SITE_ADDRESS ?? 'https://maison-laurier.example/';
const kPages = ['index.html', 'index.en.html', 'blog.html', 'blog.en.html', 'embed.html'];

/** @param {{ from: string, out: string, site: object, files: { style: string, frame: string, fonts: string[] } }} what */
export function buildPages({ from, out, site, files }) {
  copyFileSync(join(from, 'social.jpg'), join(out, 'social.jpg'));
  for (const page of kPages) {
    const language = page.endsWith('.en.html') ? 'en' : 'fr';
    const values = {
      style: files.style, frame: files.frame, font400: files.fonts[0], font600: files.fonts[1],
      name: escape(site.name),
      phone: escape(site.phone ?? ''), phone_text: escape(shownPhone(site.phone ?? '')),
      text_number: escape(site.text_number ?? ''), text_number_text: escape(shownPhone(site.text_number ?? '')),
      booking: escape(bareBooking(site.booking)), privacy: escape(site.privacy_url?.[language] ?? site.privacy_url ?? ''),
      services: services(site, language), areas: escape(areas(site, language)),
      address: kAddress, structured_data: '{{structured_data}}',
    };
    const html = readFileSync(join(from, page), 'utf8').replace(/\{\{(\w+)\}\}/g, (_, key) => {
      if (!(key in values)) throw new Error(`${page}: nothing is known of {{${key}}}`);
      return values[key];
    });
    const about = () => structuredData({ html, page, language, site, address: kAddress, booking: bareBooking(site.booking) });
    writeFileSync(join(out, page), html.replace('{{structured_data}}', about));
  }
}

function services(site, language) {
  const money = new Intl.NumberFormat(`${language}-CA`, { style: 'currency', currency: site.currency ?? 'CAD', currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 });
  return site.services.map(({ name, minutes, price_cents: cents }) => {
    const words = escape(name[language].replace(new RegExp(`,?\\s*${minutes}\\s*min\\.?$`), ''));
    return `<li><span>${words}</span><span>${minutes}\u00a0min</span><span>${cents ? escape(money.format(cents / 100)) : ''}</span></li>`;
  }).join('\n          ');
}

function areas(site, language) {
  return new Intl.ListFormat(`${language}-CA`).format((site.areas_served ?? []).map((area) => area[language] ?? area));
}

// The link without a service or a day chosen.
function bareBooking({ system, url }) {
  if (system !== 'url') return url.includes(':') ? url : `${system}:${url}`;
  const bare = new URL(url.replace(/[?#].*$/, '').replaceAll(/\/?\{\w+\}/g, ''));
  return bare.href;
}

// "+15145550142" as it is written here.
function shownPhone(phone) {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone);
  return parts ? `${parts[1]}\u00a0${parts[2]}-${parts[3]}` : phone;
}

function escape(text) {
  return text.replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter]);
}
