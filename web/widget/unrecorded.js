// What is told is not for those who record the visits of a page: each documents a mark that keeps
// it from what is marked (docs/strangers.md names them, and where they say so).

const kClasses = [
  'rr-block', // rrweb, and what is made with it
  'sentry-block',
  'ph-no-capture', // PostHog
  'fs-exclude', // FullStory
  'amp-block', // Amplitude
  'mp-block', // Mixpanel
  'nr-block', // New Relic
  'highlight-block',
  'ym-hide-content', // Yandex Metrica
  'ym-disable-keys',
];
/** @type {Record<string, string>} */
const kAttributes = {
  'data-dd-privacy': 'hidden', // Datadog
  'data-clarity-mask': 'true',
  'data-hj-suppress': '', // Hotjar
  'data-private': '', // LogRocket
  'data-matomo-mask': '',
  'data-openreplay-hidden': '',
  'data-cs-mask': '', // Contentsquare
  'heap-ignore': 'true',
};

/**
 * Marks an element until the signal; what it had of its own stays. One with every mark is a copy
 * of an open one, and has none of its own.
 * @param {Element} element @param {AbortSignal} signal
 */
export function keepUnrecorded(element, signal) {
  let classes = kClasses.filter((name) => !element.classList.contains(name));
  let attributes = Object.entries(kAttributes).filter(([name]) => !element.hasAttribute(name));
  if (!classes.length && !attributes.length) {
    classes = kClasses;
    attributes = Object.entries(kAttributes);
  }
  element.classList.add(...classes);
  for (const [name, value] of attributes) element.setAttribute(name, value);
  signal.addEventListener('abort', () => {
    element.classList.remove(...classes);
    if (!element.classList.length) element.removeAttribute('class');
    for (const [name] of attributes) element.removeAttribute(name);
  });
}
