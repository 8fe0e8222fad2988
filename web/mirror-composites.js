// Which control Tab goes to, and where the arrows lead: a toolbar is one tab stop, the calendar goes by weeks, a dialog keeps Tab inside.

const kSteps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
const kControls = 'button, a, input';
const kDaysAWeek = 7;

export class Composites {
  #isReachable;
  #stops = new WeakMap();  // toolbar -> the control that Tab goes to

  /** @param {(control: HTMLElement) => boolean} isReachable whether it can be seen where it stands */
  constructor(isReachable) { this.#isReachable = isReachable; }

  /**
   * Makes the toolbar one tab stop: the control last used there, otherwise its first slider, otherwise its first control. Of radios it
   * is the chosen one: browsers do not let Tab go to another of its group.
   */
  rove(toolbar) {
    const all = toolbar.querySelectorAll(kControls), members = this.#reachable(all);
    let stop = this.#stops.get(toolbar);
    if (!members.includes(stop)) stop = members.find(({ type }) => type === 'range') ?? members.find((control) => !control.classList.contains('unpainted')) ?? members[0];
    if (stop?.type === 'radio' && !stop.checked) stop = members.find(({ type, name, checked }) => type === 'radio' && name === stop.name && checked) ?? stop;
    for (const control of all) {
      const wanted = control === stop ? 0 : -1;
      if (control.tabIndex !== wanted) control.tabIndex = wanted;
    }
    return stop;
  }

  /** The control of a toolbar that Tab goes to. */
  stop(toolbar) { return this.rove(toolbar); }

  /** A control has got the focus: Tab comes back to it. */
  moveTo(control) {
    const toolbar = control.closest('[role=toolbar]');
    if (!toolbar || toolbar === control) return;
    this.#stops.set(toolbar, control);
    this.rove(toolbar);
  }

  /** @returns {boolean} whether the key was one that moves */
  pressed({ key, target }) {
    if (!(key in kSteps)) return false;
    const calendar = target.type === 'radio' && target.closest('[data-key="calendar"]');
    if (calendar) return goByWeeks([...calendar.querySelectorAll('input')], target, key);
    const toolbar = target.closest('[role=toolbar]');
    // Sliders keep left and right for their value, dates for day, month and year. Radios are walked over; Space chooses.
    const keepsAside = target.type === 'range' || target.type === 'date';
    if (!toolbar || (keepsAside && !/Up|Down/.test(key))) return false;
    const members = this.#reachable(toolbar.querySelectorAll(kControls));
    members[clamp(members.indexOf(target) + kSteps[key], members.length - 1)]?.focus({ preventScroll: !toolbar.closest('.page') });
    return true;
  }

  /** Tab leaves the toolbar, from wherever in it. */
  leave({ target }) {
    const toolbar = target.closest('[role=toolbar]');
    const stop = toolbar && this.rove(toolbar);
    if (!stop || stop === target) return;
    stop.tabIndex = -1;
    toolbar.addEventListener('focusout', () => this.rove(toolbar), { once: true });
  }

  /** Tab at a dialog's end goes to its beginning, and back. */
  keepInside(dialog, event) {
    const { target, shiftKey } = event;
    const side = shiftKey ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
    const stops = [...dialog.querySelectorAll(kControls)].filter((control) => control.tabIndex >= 0 && !control.disabled);
    // The radios of one group are one stop.
    if (stops.some((control) => target.compareDocumentPosition(control) & side && !(control.name && control.name === target.name))) return;
    event.preventDefault();
    (shiftKey ? stops.at(-1) : stops[0])?.focus({ preventScroll: !dialog.closest('.page') });
  }

  #reachable(controls) { return [...controls].filter((control) => !control.disabled && this.#isReachable(control)); }
}

// To the same day of another week, or the nearest one to it that can be chosen.
function goByWeeks(days, from, key) {
  if (!/Up|Down/.test(key)) return false;
  const step = kSteps[key];
  const at = days.indexOf(from);
  const there = at + step * kDaysAWeek;
  const open = days.map((day, i) => ({ day, far: Math.abs(i - there), ahead: (i - at) * step > 0 && !day.disabled })).filter(({ ahead }) => ahead);
  const nearest = open.sort((a, b) => a.far - b.far)[0];
  nearest?.day.focus({ preventScroll: true });
  nearest?.day.click();
  return true;
}

function clamp(value, most) { return Math.min(Math.max(value, 0), most); }
