// The areas of the figure: content/knowledge.json says which there are and in which order, the
// atlas how round their borders are. Codes count from 1; 0 is a place that cannot be marked.
import fs from 'node:fs';

// Regions are numbered in 8 bits with a sign (src/body/touch/neighbours.h), and the shader has a
// number of its own for each area on either half (shaders/figure.frag).
const kMostAreas = 60;
const kRounding = 4.6;

/** @typedef {{ id: string, paired: boolean, view: string }[]} Areas in the order of their codes */

/** @returns {Areas} or an error with a sentence */
export function areasOf(knowledge) {
  const areas = knowledge.areas.map(({ id, paired, view }) => ({ id, paired, view }));
  const isLate = areas.findIndex(({ paired }, i) => paired && i > 0 && !areas[i - 1].paired);
  if (isLate >= 0)
    throw new Error(
      `knowledge.json: /areas/${isLate}: expected a single area, because the paired ones come first`,
    );
  if (areas.length > kMostAreas)
    throw new Error(`knowledge.json: /areas: expected at most ${kMostAreas}`);
  return areas;
}

export const regionsOfArea = ({ id, paired }) => (paired ? [`${id}_l`, `${id}_r`] : [id]);

// The code of an area, or of a region's.
export function areaCode(areas, region) {
  if (region == null) return 0;
  const code = areas.findIndex((area) => [area.id, ...regionsOfArea(area)].includes(region)) + 1;
  if (code === 0) throw new Error(`atlas: no area is called "${region}"`);
  return code;
}

// What src/body knows of its areas while it is compiled.
function headerOf(areas, rounding) {
  for (const id of Object.keys(rounding)) areaCode(areas, id);
  const list = (values) => values.join(', ');
  return `// Made by src/body/bake/bake.mjs.
#pragma once
namespace advisor::body::baked {
inline constexpr int kPairedAreas = ${areas.filter(({ paired }) => paired).length};
inline constexpr std::string_view kRegions[] = {
    ${list(areas.flatMap(regionsOfArea).map((id) => `"${id}"`))}};
// By area code, of which 0 is none.
inline constexpr bool kInFront[] = {
    ${list([true, ...areas.map(({ view }) => view === 'front')])}};
inline constexpr float kRoundingU[] = {
    ${list([kRounding, ...areas.map(({ id }) => rounding[id] ?? kRounding)].map((u) => `${u.toFixed(1)}f`))}};
}  // namespace advisor::body::baked
`;
}

// The header is left as it is where nothing is new, because most of the figure waits for it.
export function writeHeader(file, areas, rounding) {
  const text = headerOf(areas, rounding);
  if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) fs.writeFileSync(file, text);
}
