// For the page that embeds embed.html: gives the iframe the height that it asks for, and turns its
// messages into events on it (docs/embed.md, protocol 1). One line does it:
//
//   <iframe data-recovery-advisor src="https://a.example/embed.html?lang=fr" title="…"></iframe>
//   <script type="module" src="https://a.example/embed-parent.js"></script>
//
// Whenever the iframe comes, and whenever its address does: loaders and consent managers hold both
// back. Of iframes with the attribute nothing is kept, so that one which has gone is let go.

const kProtocol = 1;
const kMostPx = 5000;
/** @type {any} */
const kPage = globalThis;
const kFrames = 'iframe[data-recovery-advisor]';
const kParameter = 'origin';
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

/** @typedef {{ open: () => void, reset: () => void, stop: () => void }} Wiring */
/** @typedef {(frame: HTMLIFrameElement) => Wiring} Wire */

/** @returns {Wire} */
function install() {
  /** What scripts of the page have wired, true, or let go. @type {WeakMap<Node, boolean>} */
  const choices = new WeakMap();
  /** The former, which may be anywhere. @type {Set<WeakRef<HTMLIFrameElement>>} */
  const wired = new Set();
  /** @param {any} node @returns {node is HTMLIFrameElement} */
  const isOurs = (node) => choices.get(node) ?? node?.matches?.(kFrames) ?? false;
  const ours = () =>
    [...[...wired].map((one) => one.deref()), ...withFrames(document)].filter(isOurs);

  addEventListener('message', ({ source, origin, data }) => {
    if (!source || data?.advisor !== kProtocol) return;
    const frame = ours().find(({ contentWindow }) => contentWindow === source);
    if (frame && origin === addressOf(frame)?.origin) hear(frame, data);
  });
  const observer = new MutationObserver((changes) =>
    changes
      .flatMap(({ target, addedNodes }) => [target, ...[...addedNodes].flatMap(withFrames)])
      .filter(isOurs)
      .forEach(nameThisPage),
  );
  const attributeFilter = ['src', 'data-recovery-advisor'];
  observer.observe(document, { subtree: true, childList: true, attributeFilter });
  ours().forEach(nameThisPage);

  return (frame) => {
    const one = new WeakRef(frame);
    wired.add(one);
    choices.set(frame, true);
    observer.observe(frame, { attributeFilter });
    nameThisPage(frame);
    /** @param {'open' | 'reset'} type */
    const say = (type) => {
      const address = addressOf(frame);
      if (address) frame.contentWindow?.postMessage({ advisor: kProtocol, type }, address.origin);
    };
    const stop = () => {
      wired.delete(one);
      choices.set(frame, false);
    };
    return { open: () => say('open'), reset: () => say('reset'), stop };
  };
}

/** @param {any} node @returns {Node[]} */
const withFrames = (node) => [node, ...(node.querySelectorAll?.(kFrames) ?? [])];

/**
 * None where there is none yet.
 * @param {HTMLIFrameElement} frame
 */
function addressOf(frame) {
  try {
    const address = new URL(frame.getAttribute('src') ?? '', document.baseURI);
    return frame.getAttribute('src') && /^https?:$/.test(address.protocol) ? address : null;
  } catch {
    return null;
  }
}

/**
 * The advisor speaks to the one origin that its address names. Where it has come without one, the
 * iframe is put in anew: another address alone would be one more step of the page's way back.
 * @param {HTMLIFrameElement} frame
 */
function nameThisPage(frame) {
  const address = addressOf(frame);
  if (!address || address.searchParams.get(kParameter) === location.origin) return;
  address.searchParams.set(kParameter, location.origin);
  const place = document.createComment('');
  const hasCome = frame.isConnected && frame.contentDocument?.URL !== 'about:blank';
  if (hasCome) frame.replaceWith(place);
  frame.src = address.href;
  if (hasCome) place.replaceWith(frame);
}

/** @param {HTMLIFrameElement} frame @param {Message} message */
function hear(frame, message) {
  const type = text(message.type),
    height = Number(message.height);
  if (type === 'height' && height > 0 && height <= kMostPx)
    frame.style.height = `${Math.ceil(height)}px`;
  if (Object.hasOwn(kEvents, type))
    frame.dispatchEvent(
      new CustomEvent(`advisor-${type}`, { bubbles: true, detail: kEvents[type](message) }),
    );
}

/** The one of this page, however often and from wherever this file is run. @type {Wire} */
export const wire = (kPage[Symbol.for('recovery-advisor')] ??= install());
