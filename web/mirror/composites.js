// Which control Tab goes to, and where the arrows lead: a toolbar is one tab stop, the calendar
// goes by weeks, a dialog keeps Tab inside.

/**
 * @typedef {HTMLButtonElement | HTMLAnchorElement | HTMLInputElement} Control what kControls finds
 */
/**
 * @typedef {KeyboardEvent & { target: Control }} Pressed on what has the focus: a control, or an
 *   element made to hold it
 */

/** @type {Record<string, number>} */
const kSteps = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
};
const kControls = 'button, a, input';
const kDaysAWeek = 7;

export class Composites {
  #isReachable;
  /** @type {WeakMap<Element, Control>} of a toolbar: the control that Tab goes to */
  #stops = new WeakMap();

  /** @param {(control: Control) => boolean} isReachable whether it can be seen where it stands */
  constructor(isReachable) {
    this.#isReachable = isReachable;
  }

  /**
   * Makes the toolbar one tab stop: the control last used there, otherwise its first slider,
   * otherwise its first control. Of radios it
   * is the chosen one: browsers do not let Tab go to another of its group.
   * @param {Element} toolbar
   */
  rove(toolbar) {
    const all = controlsOf(toolbar),
      members = all.filter((control) => this.#isReachableNow(control));
    let stop = this.#stops.get(toolbar);
    if (!stop || !members.includes(stop))
      stop =
        members.find(({ type }) => type === 'range') ??
        members.find((control) => !control.classList.contains('unpainted')) ??
        members[0];
    if (isRadio(stop) && !stop.checked) {
      const { name } = stop;
      stop =
        members.find((member) => isRadio(member) && member.name === name && member.checked) ?? stop;
    }
    for (const control of all) {
      const wanted = control === stop ? 0 : -1;
      if (control.tabIndex !== wanted) control.tabIndex = wanted;
    }
    return stop;
  }

  /** The control of a toolbar that Tab goes to. @param {Element} toolbar */
  stop(toolbar) {
    return this.rove(toolbar);
  }

  /** A control has got the focus: Tab comes back to it. @param {Control} control */
  moveTo(control) {
    const toolbar = control.closest('[role=toolbar]');
    if (!toolbar || toolbar === control) return;
    this.#stops.set(toolbar, control);
    this.rove(toolbar);
  }

  /** @param {Pressed} event @returns {boolean} whether the key was one that moves */
  pressed({ key, target }) {
    if (!(key in kSteps)) return false;
    const calendar = isRadio(target) && target.closest('[data-key="calendar"]');
    if (calendar) return goByWeeks([...calendar.querySelectorAll('input')], target, key);
    const toolbar = target.closest('[role=toolbar]');
    // Sliders keep left and right for their value, dates for day, month and year. Radios are walked
    // over; Space chooses.
    const keepsAside = target.type === 'range' || target.type === 'date';
    if (!toolbar || (keepsAside && !/Up|Down/.test(key))) return false;
    const members = controlsOf(toolbar).filter((control) => this.#isReachableNow(control));
    members[clamp(members.indexOf(target) + kSteps[key], members.length - 1)]?.focus({
      preventScroll: !toolbar.closest('.page'),
    });
    return true;
  }

  /** Tab leaves the toolbar, from wherever in it. @param {Pressed} event */
  leave({ target }) {
    const toolbar = target.closest('[role=toolbar]');
    const stop = toolbar && this.rove(toolbar);
    if (!stop || stop === target) return;
    stop.tabIndex = -1;
    toolbar.addEventListener('focusout', () => this.rove(toolbar), { once: true });
  }

  /**
   * Tab at a dialog's end goes to its beginning, and back.
   * @param {Element} dialog
   * @param {Pressed} event
   */
  keepInside(dialog, event) {
    const { target, shiftKey } = event;
    const side = shiftKey ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
    const stops = controlsOf(dialog).filter(
      (control) => control.tabIndex >= 0 && !isDisabled(control),
    );
    // The radios of one group are one stop.
    if (
      stops.some(
        (control) =>
          target.compareDocumentPosition(control) & side &&
          !(isRadio(control) && isRadio(target) && control.name === target.name),
      )
    )
      return;
    event.preventDefault();
    (shiftKey ? stops.at(-1) : stops[0])?.focus({ preventScroll: !dialog.closest('.page') });
  }

  /** @param {Control} control */
  #isReachableNow(control) {
    return !isDisabled(control) && this.#isReachable(control);
  }
}

/** @param {Element} group */
const controlsOf = (group) => /** @type {Control[]} */ ([...group.querySelectorAll(kControls)]);
/** @param {Control | undefined} control @returns {control is HTMLInputElement} */
const isRadio = (control) => control instanceof HTMLInputElement && control.type === 'radio';
/** @param {Control} control */
const isDisabled = (control) => 'disabled' in control && control.disabled;

/**
 * To the same day of another week, or the nearest one to it that can be chosen.
 * @param {HTMLInputElement[]} days @param {HTMLInputElement} from @param {string} key
 */
function goByWeeks(days, from, key) {
  if (!/Up|Down/.test(key)) return false;
  const step = kSteps[key];
  const at = days.indexOf(from);
  const there = at + step * kDaysAWeek;
  const open = days
    .map((day, i) => ({
      day,
      far: Math.abs(i - there),
      ahead: (i - at) * step > 0 && !day.disabled,
    }))
    .filter(({ ahead }) => ahead);
  const nearest = open.sort((a, b) => a.far - b.far)[0];
  nearest?.day.focus({ preventScroll: true });
  nearest?.day.click();
  return true;
}

/** @param {number} value @param {number} most */
function clamp(value, most) {
  return Math.min(Math.max(value, 0), most);
}
