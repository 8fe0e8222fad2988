// For the page that embeds embed.html: gives the iframe the height that it asks for, and turns its
// messages into events on it (docs/embed.md, protocol 1). One line does it:
//
//   <iframe data-recovery-advisor src="https://advisor.example/embed.html?lang=fr" title="…"></iframe>
//   <script type="module" src="https://advisor.example/embed-parent.js"></script>

const kProtocol = 1;
const kMostPx = 5000;
/** @param {unknown} value */
const text = (value) => (typeof value === 'string' ? value : '');
/**
 * @typedef {{ advisor?: unknown, type?: unknown, height?: unknown, url?: unknown, service?:
 *   unknown, message?: unknown }} Message
 */
/**
 * @type {Record<string, (message: Message) => object>} what each event's detail takes of its
 *   message
 */
const kEvents = {
  ready: () => ({}),
  change: () => ({}),
  book: ({ url, service }) => ({ url: text(url), service: text(service) }),
  error: ({ message }) => ({ message: text(message) }),
};

/**
 * @param {HTMLIFrameElement} frame
 * @returns {{ open: () => void, reset: () => void, stop: () => void }}
 */
export function wire(frame) {
  const address = new URL(frame.src, document.baseURI);
  if (address.searchParams.get('origin') !== location.origin) {
    address.searchParams.set('origin', location.origin);
    frame.src = address.href;
  }
  const stay = new AbortController();
  addEventListener(
    'message',
    ({ source, origin, data }) => {
      if (
        !source ||
        source !== frame.contentWindow ||
        origin !== address.origin ||
        data?.advisor !== kProtocol
      )
        return;
      if (data.type === 'height' && data.height > 0 && data.height <= kMostPx)
        frame.style.height = `${Math.ceil(data.height)}px`;
      if (Object.hasOwn(kEvents, data.type))
        frame.dispatchEvent(
          new CustomEvent(`advisor-${data.type}`, {
            bubbles: true,
            detail: kEvents[data.type](data),
          }),
        );
    },
    { signal: stay.signal },
  );
  /** @param {'open' | 'reset'} type */
  const say = (type) =>
    frame.contentWindow?.postMessage({ advisor: kProtocol, type }, address.origin);
  return { open: () => say('open'), reset: () => say('reset'), stop: () => stay.abort() };
}

for (const frame of /** @type {NodeListOf<HTMLIFrameElement>} */ (
  document.querySelectorAll('iframe[data-recovery-advisor]')
))
  wire(frame);
