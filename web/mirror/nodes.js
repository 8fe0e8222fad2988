// One node of the semantic tree (docs/semantics.md) as native HTML. A node has an outer element,
// which is placed, and a control, which is focused and named; they differ only for inputs, whose
// visible label in the list view is real text.

/** @import { Role, TreeNode } from 'built:vocabulary' */
/**
 * @typedef {object} Made what stands for a node: an input has its label, a slider its output
 * @property {HTMLElement} outer
 * @property {HTMLElement} control
 * @property {HTMLElement} [label]
 * @property {HTMLElement} [output]
 */
/** @typedef {{ node: TreeNode }} Of what it stands for */

/** @type {Partial<Record<Role, string>>} */
const kInputs = { checkbox: 'checkbox', radio: 'radio', slider: 'range', date: 'date' };
/** @type {Partial<Record<Role, string>>} */
const kTags = {
  button: 'button',
  toggle: 'button',
  link: 'a',
  list: 'ul',
  item: 'li',
  group: 'div',
  toolbar: 'div',
  dialog: 'div',
};
/** @type {Set<Role>} */
const kContainers = new Set(['group', 'list', 'toolbar', 'dialog']);
/** What is written beside a control. @type {(keyof TreeNode)[]} */
const kSaid = ['name', 'label', 'description', 'value_text', 'mistake'];
const kSafeLink = /^(https?:|tel:|sms:|mailto:)/i;

/** @param {Role} role */
export const isContainer = (role) => kContainers.has(role);
/** @param {Role} role */
export const isInput = (role) => role in kInputs;
/** @param {string | null} role */
export const isLive = (role) => role === 'status' || role === 'alert';

/** @param {TreeNode} node @returns {Made} */
export function makeNode(node) {
  const made = isInput(node.role) ? makeInput(node) : makePlain(node);
  made.outer.dataset.key = node.key;
  return made;
}

/**
 * Whether one element can be both: its tag, a heading's id and a radio's group are made once.
 * @param {TreeNode} one @param {TreeNode} other
 */
export function isMadeAlike(one, other) {
  const isHeading = one.role === 'heading';
  return (
    one.role === other.role &&
    (!isHeading || one.level === other.level) &&
    (!(isHeading || one.role === 'radio') || one.parent === other.parent)
  );
}

/** @param {TreeNode} node @returns {Made} */
function makePlain(node) {
  const control = document.createElement(
    kTags[node.role] ?? (node.role === 'heading' ? `h${node.level ?? 2}` : 'p'),
  );
  if (control instanceof HTMLButtonElement) control.type = 'button';
  if (node.role === 'group' || node.role === 'toolbar' || isLive(node.role))
    control.role = node.role;
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

/** @param {TreeNode} node @returns {Made} */
function makeInput(node) {
  const control = document.createElement('input');
  control.type = kInputs[node.role] ?? '';
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
 * @param {TreeNode} node
 * @param {Partial<TreeNode>} before {} for a new one
 */
export function updateNode(made, node, before) {
  const { outer, control } = made;
  /** @param {keyof TreeNode} field */
  const changed = (field) => node[field] !== before[field];
  if (kSaid.some(changed) && !isLive(node.role)) nameNode(made, node);
  if (changed('lang')) setAttribute(outer, 'lang', node.lang);
  if (changed('description') || changed('mistake'))
    setAttribute(control, 'aria-description', node.mistake ?? node.description);
  if (changed('disabled')) disable(control, Boolean(node.disabled));
  if (changed('expanded')) setAttribute(control, 'aria-expanded', node.expanded);
  if (node.role === 'toggle' && changed('on'))
    setAttribute(control, 'aria-pressed', Boolean(node.on));
  if (node.role === 'toolbar')
    setAttribute(control, 'aria-orientation', node.vertical && 'vertical');
  if (control instanceof HTMLInputElement) {
    if (node.role === 'slider') updateSlider(control, node, changed);
    if (node.role === 'date') updateDate(control, node, changed);
  }
  if (node.role === 'link' && changed('href')) updateLink(control, node);
  restoreState(control, node);
}

/**
 * A button keeps the focus while it can do nothing.
 * @param {HTMLElement} control
 * @param {boolean} disabled
 */
function disable(control, disabled) {
  if (control instanceof HTMLInputElement) control.disabled = disabled;
  else setAttribute(control, 'aria-disabled', disabled || undefined);
}

/**
 * The native control has moved by itself; the tree's state is the true one.
 * @param {HTMLElement} control
 * @param {TreeNode} node
 */
export function restoreState(control, node) {
  if (!(control instanceof HTMLInputElement)) return;
  if ((node.role === 'checkbox' || node.role === 'radio') && control.checked !== Boolean(node.on))
    control.checked = Boolean(node.on);
  if (node.role === 'slider' && control.value !== String(node.value))
    control.value = String(node.value);
}

/**
 * Writes its name where it belongs.
 * @param {Made} made
 * @param {TreeNode} node
 */
export function nameNode({ control, label, output }, node) {
  if (node.role === 'dialog') return undefined;
  if (isContainer(node.role)) return setAttribute(control, 'aria-label', node.name || undefined);
  if (label) {
    // A choice shows what it stands for under its name, of which that is no part; a date, why it is
    // not taken.
    const below = node.role === 'checkbox' ? node.description : node.mistake;
    label.replaceChildren(
      node.name ?? '',
      ...(below
        ? [
            Object.assign(document.createElement('small'), {
              textContent: below,
              ariaHidden: 'true',
            }),
          ]
        : []),
    );
    if (output) output.textContent = node.value_text ?? '';
    return undefined;
  }
  // An item that holds nodes of its own keeps them.
  if (node.role === 'item' && control.querySelector('[data-key]')) return undefined;
  // A button that is short on the screen keeps its whole name. What stands below a name is text as
  // well, but no part of the name.
  const short =
    node.label && node.name.toLowerCase().includes(node.label.toLowerCase()) ? node.label : '';
  const below = /** @type {string[]} */ (
    [node.description, short ? '' : node.label, node.value_text].filter(Boolean)
  );
  const isControl = node.role === 'button' || node.role === 'link';
  if (node.role === 'button') setAttribute(control, 'aria-label', short ? node.name : undefined);
  control.replaceChildren(
    short || (node.name ?? ''),
    ...below.flatMap((line) => [
      ' ',
      Object.assign(document.createElement('small'), {
        textContent: line,
        ...(isControl && { ariaHidden: 'true' }),
      }),
    ]),
  );
  return undefined;
}

/**
 * @typedef {(field: keyof TreeNode) => boolean} Changed whether a field differs from what was
 *   written
 */

/** @param {HTMLInputElement} control @param {TreeNode} node @param {Changed} changed */
function updateSlider(control, node, changed) {
  if (changed('min')) control.min = String(node.min);
  if (changed('max')) control.max = String(node.max);
  if (changed('value')) control.value = String(node.value);
  if (changed('value_text')) setAttribute(control, 'aria-valuetext', node.value_text);
}

/** @param {HTMLInputElement} control @param {TreeNode} node @param {Changed} changed */
function updateDate(control, node, changed) {
  if (changed('earliest')) control.min = node.earliest ?? '';
  if (changed('latest')) control.max = node.latest ?? '';
  if (changed('date') && control.value !== (node.date ?? '')) control.value = node.date ?? '';
  setAttribute(control, 'aria-invalid', node.mistake && isOff(control, node) ? 'true' : undefined);
}

/** @param {HTMLInputElement} control @param {TreeNode} node */
const isOff = (control, node) => control.value !== (node.date ?? '') || control.validity.badInput;

/** Whether a date field shows another day than the one that is told. @param {Made & Of} made */
export const isDateOff = ({ control, node }) =>
  isOff(/** @type {HTMLInputElement} */ (control), node);

/**
 * Whether a day is still being typed: some part of it is missing, or the first digits of a year
 * stand for others.
 * @param {Made & Of} made
 */
export function isDateBegun({ control }) {
  const { value, validity } = /** @type {HTMLInputElement} */ (control);
  return validity.badInput || value === '' || value.startsWith('0');
}

/** Shows the day that is told. @param {Made & Of} made */
export function restoreDate({ control, node }) {
  const field = /** @type {HTMLInputElement} */ (control);
  // What is half typed goes only when something is written.
  if (field.validity.badInput) field.value = '1970-01-01';
  field.value = node.date ?? '';
  field.removeAttribute('aria-invalid');
}

/**
 * A new tab for pages, so that going to book does not lose the advice; none for a call or a
 * message.
 * @param {HTMLElement} control
 * @param {TreeNode} node
 */
function updateLink(control, node) {
  const href = kSafeLink.test(node.href ?? '') ? node.href : undefined,
    isPage = /^http/i.test(href ?? '');
  setAttribute(control, 'href', href);
  setAttribute(control, 'target', isPage ? '_blank' : undefined);
  setAttribute(control, 'rel', isPage ? 'noopener' : undefined);
}

/**
 * @param {HTMLElement} control
 * @param {string} attribute
 * @param {string | boolean | undefined} value undefined: without it
 */
function setAttribute(control, attribute, value) {
  if (value === undefined) control.removeAttribute(attribute);
  else control.setAttribute(attribute, String(value));
}
