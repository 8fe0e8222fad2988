// embed.html in an iframe: the element's settings come as query parameters, its happenings go to
// the embedding page by postMessage (docs/embed.md, protocol 1). What was told never leaves: a
// change is said without its content.

import { plainLink, shownPhone } from './plain-link.js';

const kProtocol = 1;
const kOwnHeightPx = 844;
const kSettings = {
  lang: /^[a-z]{2}$/,
  theme: /^(auto|light|dark)$/,
  load: /^(interaction|visible|eager)$/,
};

const element = /** @type {import('../element/recovery-advisor.js').RecoveryAdvisorElement} */ (
  document.querySelector('recovery-advisor')
);
const query = new URLSearchParams(location.search);
for (const [name, allowed] of Object.entries(kSettings)) {
  const value = query.get(name);
  if (value && allowed.test(value)) element.setAttribute(name, value);
}
if (element.lang) document.documentElement.lang = `${element.lang}-CA`;
const site = query.get('site');
if (site && originOf(site, location.href) === location.origin) element.setAttribute('site', site);

present().catch(() => {}); // then it is nobody's, and whoever opens the tool is told why

// Messages go to one origin only, the one that the embedding page names; without it nothing is sent
// but that it is needed.
const parentOrigin = originOf(query.get('origin'));
/** @param {string} type @param {object} detail */
const send = (type, detail = {}) => {
  if (parent !== window && parentOrigin)
    parent.postMessage({ advisor: kProtocol, type, ...detail }, parentOrigin);
};

// A page that listens can follow the tool's own height; otherwise the tool follows the iframe's
// (site.css).
if (parentOrigin)
  document.body.style.setProperty(
    '--advisor-height',
    `${Math.min(kOwnHeightPx, screen.availHeight)}px`,
  );

element.addEventListener('advisor-ready', () => send('ready'));
element.addEventListener('advisor-change', () => send('change'));
// A link may carry a note that the person has agreed to hand to the booking system, and to nobody
// else.
element.addEventListener('advisor-book', ({ detail }) =>
  send('book', { url: detail.url.replace(/[?#].*$/, ''), service: detail.service }),
);
element.addEventListener('advisor-error', ({ detail }) =>
  send('error', { message: detail.message }),
);

addEventListener('message', (event) => {
  if (event.source !== parent || event.origin !== parentOrigin || event.data?.advisor !== kProtocol)
    return;
  if (event.data.type === 'open') element.open();
  if (event.data.type === 'reset') element.reset();
});

// In px, rounded up; said again when it changes.
let said = 0;
new ResizeObserver(() => {
  const height = Math.ceil(element.getBoundingClientRect().height);
  if (height !== said) send('height', { height: (said = height) });
}).observe(element);

// The page's name and what stands in the tag are those of the business whose file it is.
async function present() {
  const file = await fetch(element.getAttribute('site') ?? 'site.json');
  /** @type {{ name: string, booking: any, phone?: string }} */
  const { name, booking, phone } = await file.json();
  const { label } = booking;
  /** @type {[string, string][]} */
  const links = [
    [plainLink(booking), label[document.documentElement.lang.slice(0, 2)] ?? label.fr],
    [phone ? `tel:${phone}` : '', shownPhone(phone ?? '')],
  ];
  document.title = name;
  /** @type {HTMLElement} */ (document.querySelector('h1')).textContent = name;
  element.replaceChildren(
    ...links.flatMap(([href, textContent]) => {
      if (!href) return [];
      const line = document.createElement('p');
      const link = Object.assign(document.createElement('a'), { href, textContent });
      if (href.startsWith('https:')) Object.assign(link, { target: '_blank', rel: 'noopener' });
      line.append(link);
      return [line];
    }),
  );
}

/** @param {string | null} text @param {string} [base] */
function originOf(text, base) {
  try {
    const { origin, protocol } = new URL(text ?? '', base);
    return protocol === 'https:' || protocol === 'http:' ? origin : null;
  } catch {
    return null;
  }
}
