// The length of the functions of the C++: at most sixty lines from a function's first line to its
// last brace. ESLint counts the JavaScript's (eslint.config.mjs).

import { read } from './project.mjs';

const kMostLines = 60;
const kNoFunction =
  /^(if|for|while|switch|catch|else|do|return|namespace|class|struct|enum|union|extern)\b/;

/**
 * The source with the insides of its literals and comments blanked, so that every brace that is
 * left is one; lines stay.
 */
export function bare(text) {
  const blank = (found) => found.replace(/[^\n]/g, ' ');
  return text
    .replace(
      /\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"(\w*)\([\s\S]*?\)\1"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'/g,
      blank,
    )
    .replace(/^[ \t]*#[^\n]*(\\\n[^\n]*)*/gm, blank);
}

/**
 * @returns {{ line: number, name: string, lines: number }[]} the functions of a source that are
 *   defined there, without lambdas
 */
export function functionsOf(text) {
  const source = bare(text),
    open = [],
    found = [];
  let head = 0; // where what stands before the next brace begins
  for (let i = 0; i < source.length; ++i) {
    const sign = source[i];
    if (sign === '{') {
      const before = source.slice(head, i),
        said = before.trimStart();
      open.push({ from: head + before.length - said.length, name: nameOf(said.trimEnd()) });
    } else if (sign === '}') {
      const { from, name } = open.pop() ?? {};
      if (name)
        found.push({
          name,
          line: lineAt(source, from),
          lines: lineAt(source, i) - lineAt(source, from) + 1,
        });
    }
    if (sign === '{' || sign === '}' || sign === ';') head = i + 1;
  }
  return found;
}

const lineAt = (text, at) => text.slice(0, at).split('\n').length;

// "void Session::apply(const Action& action) const" -> "Session::apply"; nothing for what is no
// function.
function nameOf(head) {
  const said = head
    .replace(/^(public|private|protected):\s*/, '')
    .replace(/^template\s*<[^>]*>\s*/, '');
  if (
    kNoFunction.test(said) ||
    /[=,(]$/.test(said) ||
    /\]\s*(\([\s\S]*\))?\s*(mutable|noexcept)?\s*(->[\s\S]*)?$/.test(said)
  )
    return undefined;
  return said.match(/^[^=]*?([\w:~]+|operator\s*\S+)\s*\(/)?.[1];
}

function messageOf({ name, lines }) {
  if (lines > kMostLines) return `${name} has ${lines} lines, and may have at most ${kMostLines}`;
  return undefined;
}

export const functions = {
  name: 'functions of C++',
  run: (project) =>
    project.files(/^src\/.*\.(cpp|h)$/).flatMap((file) =>
      functionsOf(read(project, file)).flatMap((found) => {
        const message = messageOf(found);
        return message ? [{ file, line: found.line, message }] : [];
      }),
    ),
};
