// What the figure's screen needs of a language, so that it can be touched while the rest is on its
// way: src/content/first_words.h.

const kTexts = [
  'ui.where.',
  'ui.common.',
  'ui.facade.text',
  'ui.menu.figure_',
  'ui.menu.tone_',
  'phrases.count.areas',
  'phrases.count.marked',
  'phrases.out_of_ten',
  'phrases.step.',
  'phrases.mark_details',
  'phrases.intensity_',
  'phrases.mirror_mark',
  'phrases.remove_mark',
  'terms.intensity.',
  'grammar.region_',
  'grammar.thousands',
  'grammar.singular',
];
const kUi = /^ui\.\w+\.progress$/;

/**
 * @param {object} knowledge knowledge.json
 * @param {object} words words.<language>.json
 * @returns {string}
 */
export function firstWords(knowledge, words) {
  const areas = knowledge.areas.map(({ id, paired, view }) => [
    `+${id}`,
    paired ? 'paired' : '',
    view,
    words.areas[id].name,
    words.areas[id].part ?? '',
  ]);
  const texts = ['ui', 'phrases', 'terms', 'grammar']
    .flatMap((section) =>
      Object.entries(words[section]).map(([key, text]) => [
        `${section}.${key}`,
        text.other ?? text,
        text.one ?? '',
      ]),
    )
    .filter(([key]) => kUi.test(key) || kTexts.some((start) => key.startsWith(start)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const fields = [[words.language], ...areas, ...texts];
  if (fields.flat().some((field) => /[\t\n]/.test(field)))
    throw new Error(
      `words.${words.language}.json: a tab or a line's end in a text of the first screen`,
    );
  return fields.map((line) => line.join('\t').replace(/\t$/, '')).join('\n');
}
