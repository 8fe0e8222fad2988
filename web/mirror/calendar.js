// The calendar's radios as the days of a month, for the page: the day's number with its pressure in
// bars, the week's letters above. What is said of a day stays its name. Only a page shows it; over
// the canvas it is painted.

const kDayMs = 864e5;
/** @param {string} name @param {string} className @param {string} textContent */
const make = (name, className, textContent) =>
  Object.assign(document.createElement(name), { className, textContent, ariaHidden: 'true' });
/** From Monday, as on the canvas. @param {Date} date */
const weekday = (date) => (date.getUTCDay() + 6) % 7;

/** @import { TreeNode } from 'built:vocabulary' */
/** @typedef {{ outer: HTMLElement, node: TreeNode & { day: string } }} Day */

/**
 * @param {Element} group
 * @param {Day[]} days of the group, in order
 * @param {string} language
 */
export function dressCalendar(group, days, language) {
  /** @param {Intl.DateTimeFormatOptions} options */
  const format = (options) => new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  const letter = format({ weekday: 'narrow' }),
    month = format({ month: 'short' });
  days.forEach(({ outer, node }, i) => {
    const date = new Date(node.day);
    const number =
      /** @type {HTMLElement | null} */ (outer.querySelector('.number')) ??
      outer.appendChild(make('b', 'number', ''));
    const begins = i === 0 || date.getUTCDate() === 1;
    number.textContent = String(date.getUTCDate());
    if (begins) number.dataset.month = month.format(date);
    else delete number.dataset.month;
    outer.dataset.pressure = node.pressure;
    outer.classList.toggle('ideal', Boolean(node.ideal));
    outer.classList.toggle('race', Boolean(node.race));
    outer.style.gridColumn = i === 0 ? String(weekday(date) + 1) : '';
  });
  group.querySelector('.week')?.remove();
  const week = make('div', 'week', '');
  const monday = Date.parse(days[0].node.day) - weekday(new Date(days[0].node.day)) * kDayMs;
  for (let i = 0; i < 7; ++i) week.append(make('i', '', letter.format(monday + i * kDayMs)));
  group.append(week);
}
