// One node of the semantic tree (docs/semantics.md) as native HTML. A node has an outer element, which is placed, and a control,
// which is focused and named; they differ only for inputs, whose visible label in the list view is real text.

/** @typedef {{ key: string, parent?: string, role: string, name?: string, lang?: string, description?: string, level?: number, disabled?: boolean, expanded?: boolean, pressed?: boolean, checked?: boolean, value?: number, min?: number, max?: number, text?: string, min_text?: string, max_text?: string, href?: string, service?: string, day?: string }} Node */

const kInputs = { checkbox: 'checkbox', radio: 'radio', slider: 'range', date: 'date' };
const kTags = { button: 'button', toggle: 'button', link: 'a', list: 'ul', item: 'li', group: 'div', toolbar: 'div', dialog: 'div' };
const kContainers = new Set(['group', 'list', 'toolbar', 'dialog']);
const kSafeLink = /^(https?:|tel:|sms:|mailto:)/i;

export const isContainer = (role) => kContainers.has(role);
export const isInput = (role) => role in kInputs;
export const isLive = (role) => role === 'status' || role === 'alert';

/** @typedef {{ outer: HTMLElement, control: HTMLElement, label?: HTMLElement, output?: HTMLElement }} Made an input has its label, a slider its output */

/** @param {Node} node @returns {Made} */
export function makeNode(node) {
  const made = isInput(node.role) ? makeInput(node) : makePlain(node);
  made.outer.dataset.key = node.key;
  return made;
}

/** Whether one element can be both: its tag, a heading's id and a radio's group are made once. */
export function isMadeAlike(one, other) {
  const isHeading = one.role === 'heading';
  return one.role === other.role && (!isHeading || one.level === other.level) && (!(isHeading || one.role === 'radio') || one.parent === other.parent);
}

function makePlain(node) {
  const control = document.createElement(kTags[node.role] ?? (node.role === 'heading' ? `h${node.level ?? 2}` : 'p'));
  if (control instanceof HTMLButtonElement) control.type = 'button';
  if (node.role === 'group' || node.role === 'toolbar' || isLive(node.role)) control.role = node.role;
  // A dialog is named by its title.
  if (node.role === 'dialog') {
    Object.assign(control, { role: 'dialog', ariaModal: 'true' });
    control.setAttribute('aria-labelledby', `${node.key}.title`);
  }
  if (node.role === 'heading' && node.key === `${node.parent}.title`) control.id = node.key;
  if (node.role === 'heading' || node.role === 'dialog') control.tabIndex = -1;
  control.classList.add(node.role);
  return { outer: control, control };
}

function makeInput(node) {
  const control = document.createElement('input');
  control.type = kInputs[node.role];
  if (node.role === 'slider') control.step = '1';
  if (node.role === 'radio') control.name = node.parent ?? '';
  const outer = document.createElement('label');
  outer.classList.add(node.role);
  const label = document.createElement('span');
  outer.append(control, label);
  if (node.role !== 'slider') return { outer, control, label };
  // A slider's value is its own to say.
  const output = Object.assign(document.createElement('output'), { ariaHidden: 'true' });
  outer.append(output);
  return { outer, control, label, output };
}

/**
 * Writes what differs between two versions of a node, and nothing else.
 * @param {Made} made
 * @param {Node} node
 * @param {Partial<Node>} before {} for a new one
 */
export function updateNode(made, node, before) {
  const { outer, control } = made;
  const changed = (field) => node[field] !== before[field];
  if ((changed('name') || changed('description') || changed('text')) && !isLive(node.role)) nameNode(made, node);
  if (changed('lang')) node.lang ? (outer.lang = node.lang) : outer.removeAttribute('lang');
  if (changed('description')) setAria(control, 'aria-description', node.description);
  // A button keeps the focus while it can do nothing.
  if (changed('disabled')) isInput(node.role) ? (control.disabled = Boolean(node.disabled)) : setAria(control, 'aria-disabled', node.disabled || undefined);
  if (changed('expanded')) setAria(control, 'aria-expanded', node.expanded);
  if (node.role === 'toggle' && changed('pressed')) setAria(control, 'aria-pressed', Boolean(node.pressed));
  if (node.role === 'toolbar') setAria(control, 'aria-orientation', node.text);
  if (node.role === 'slider') updateSlider(control, node, changed);
  if (node.role === 'date') updateDate(control, node, changed);
  if (node.role === 'link' && changed('href')) updateLink(control, node);
  restoreState(control, node);
}

/** The native control has moved by itself; the tree's state is the true one. */
export function restoreState(control, node) {
  if ((node.role === 'checkbox' || node.role === 'radio') && control.checked !== Boolean(node.checked)) control.checked = Boolean(node.checked);
  if (node.role === 'slider' && control.value !== String(node.value)) control.value = String(node.value);
}

/** Writes its name where it belongs. @param {Made} made @param {Node} node */
export function nameNode({ control, label, output }, node) {
  if (node.role === 'dialog') return undefined;
  if (isContainer(node.role)) return setAria(control, 'aria-label', node.name || undefined);
  if (isInput(node.role)) {
    // A choice shows what it stands for under its name, of which that is no part.
    label.replaceChildren(node.name ?? '', ...(node.role === 'checkbox' && node.description ? [Object.assign(document.createElement('small'), { textContent: node.description, ariaHidden: 'true' })] : []));
    if (output) output.textContent = node.text ?? '';
    return undefined;
  }
  // An item that holds nodes of its own keeps them.
  if (node.role === 'item' && control.querySelector('[data-key]')) return undefined;
  // A button that is short on the screen keeps its whole name. What stands below a name is text as well, but no part of the name.
  const short = node.role === 'button' && node.text && node.name.toLowerCase().includes(node.text.toLowerCase()) ? node.text : '';
  const below = [node.description, short || node.name?.includes(node.text ?? '') ? '' : node.text].filter(Boolean);
  const isControl = node.role === 'button' || node.role === 'link';
  if (node.role === 'button') setAria(control, 'aria-label', short ? node.name : undefined);
  control.replaceChildren(short || (node.name ?? ''), ...below.flatMap((line) => [' ', Object.assign(document.createElement('small'), { textContent: line, ...(isControl && { ariaHidden: 'true' }) })]));
  return undefined;
}

function updateSlider(control, node, changed) {
  if (changed('min')) control.min = String(node.min);
  if (changed('max')) control.max = String(node.max);
  if (changed('value')) control.value = String(node.value);
  if (changed('text')) setAria(control, 'aria-valuetext', node.text);
}

function updateDate(control, node, changed) {
  if (changed('min_text')) control.min = node.min_text ?? '';
  if (changed('max_text')) control.max = node.max_text ?? '';
  if (changed('text') && control.value !== (node.text ?? '')) control.value = node.text ?? '';
}

// A new tab for pages, so that going to book does not lose the advice; none for a call or a message.
function updateLink(control, node) {
  const href = kSafeLink.test(node.href ?? '') ? node.href : undefined, isPage = /^http/i.test(href);
  setAria(control, 'href', href);
  setAria(control, 'target', isPage ? '_blank' : undefined);
  setAria(control, 'rel', isPage ? 'noopener' : undefined);
}

function setAria(control, attribute, value) {
  if (value === undefined || value === null) control.removeAttribute(attribute);
  else control.setAttribute(attribute, String(value));
}
