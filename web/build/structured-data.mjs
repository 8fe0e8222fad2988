// What search engines read of a demo page (schema.org, JSON-LD), made from site.json and from the
// page's own text, so that it says nothing that does not stand there. A data block: no policy for
// scripts concerns it.

const kPlace = {
  '@type': 'PostalAddress',
  addressLocality: 'Montréal',
  addressRegion: 'QC',
  addressCountry: 'CA',
};

/**
 * @param {{ html: string, page: string, language: 'fr' | 'en', site: object, address: string,
 *   booking: string }} what
 * @returns {string} a script element
 */
export function structuredData({ html, page, language, site, address, booking }) {
  const home = new URL(language === 'fr' ? 'index.html' : 'index.en.html', address).href;
  const business = `${address}#business`;
  const graph = page.startsWith('index')
    ? [businessOf(site, { home, business, language, booking }), questionsOf(html, language)]
    : [
        articleOf(html, { page, language, site, address, business }),
        crumbsOf(html, { page, address }),
      ];
  // "<" so that no text can end the element.
  return `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c')}</script>`;
}

function businessOf(site, { home, business, language, booking }) {
  const prices = site.services.map(({ price_cents: cents }) => cents / 100).filter(Boolean);
  return {
    '@type': 'HealthAndBeautyBusiness',
    '@id': business,
    name: site.name,
    url: home,
    telephone: site.phone,
    address: kPlace,
    areaServed: (site.areas_served ?? []).map((area) => area[language] ?? area),
    knowsLanguage: site.languages,
    currenciesAccepted: site.currency,
    priceRange: `${Math.min(...prices)}-${Math.max(...prices)} $`,
    makesOffer: site.services.map(({ name, price_cents: cents }) => ({
      '@type': 'Offer',
      itemOffered: { '@type': 'Service', name: name[language] },
      price: (cents / 100).toFixed(2),
      priceCurrency: site.currency,
    })),
    potentialAction: { '@type': 'ReserveAction', target: booking },
  };
}

function questionsOf(html, language) {
  return {
    '@type': 'FAQPage',
    inLanguage: language,
    mainEntity: [
      ...html.matchAll(/<details><summary>(.*?)<\/summary><p>(.*?)<\/p><\/details>/g),
    ].map(([, question, answer]) => ({
      '@type': 'Question',
      name: plain(question),
      acceptedAnswer: { '@type': 'Answer', text: plain(answer) },
    })),
  };
}

function articleOf(html, { page, language, site, address, business }) {
  const url = new URL(page, address).href;
  const author = { '@type': 'Organization', '@id': business, name: site.name };
  return {
    '@type': 'BlogPosting',
    mainEntityOfPage: url,
    url,
    inLanguage: language,
    headline: plain(one(html, /<h1>(.*?)<\/h1>/)),
    description: plain(one(html, /<meta name="description" content="(.*?)">/)),
    image: new URL('social.jpg', address).href,
    datePublished: one(html, /<time datetime="(.*?)">/),
    author,
    publisher: author,
  };
}

function crumbsOf(html, { page, address }) {
  const [list] = html.match(/<nav class="crumbs".*?<\/nav>/s);
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [...list.matchAll(/<li>(?:<a href="(.*?)">)?(.*?)(?:<\/a>)?<\/li>/g)].map(
      ([, href, name], at) => ({
        '@type': 'ListItem',
        position: at + 1,
        name: plain(name),
        item: new URL(href ?? page, address).href,
      }),
    ),
  };
}

function one(html, pattern) {
  const found = pattern.exec(html);
  if (!found) throw new Error(`a page lacks ${pattern}`);
  return found[1];
}

const kEntities = { nbsp: '\u00a0', amp: '&', lt: '<', gt: '>', quot: '"' };
function plain(html) {
  return html
    .replace(/<[^>]+>/g, '')
    .replace(/&(\w+);/g, (_, name) => kEntities[name])
    .trim();
}
