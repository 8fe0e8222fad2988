// What is wrong with a file that came, and how it is said to people: in the page's language, in the
// words of content/mistakes.json, which come only then.

/** @import { Language } from '../element/recovery-advisor.d.ts' */
/** @import { FileMistake } from './wire.d.ts' */

export class FileError extends Error {
  /** @param {FileMistake} mistake whose file is told by its address */
  constructor(mistake) {
    const { file, pointer, expected, found } = mistake;
    super(`${file}: ${pointer && `${pointer}: `}expected ${expected}, found ${found}`);
    this.mistake = mistake;
    /** A JSON pointer. */
    this.place = pointer;
  }
}

/**
 * The same error, saying its mistake as a sentence where that can be had.
 * @param {unknown} error
 * @param {Language} language
 */
export async function explained(error, language) {
  if (error instanceof FileError) {
    const sentence = await import('./mistakes.js').then(
      (mistakes) => mistakes.sentence(error.mistake, language),
      () => null,
    );
    error.message = sentence ?? error.message;
  }
  return error;
}
