// The modules that web/build/build.mjs writes for the widget, and what browsers have beyond the
// library of TypeScript.

declare module 'built:module' {
  export default function createModule(
    settings: import('./wire.d.ts').ModuleSettings,
  ): Promise<import('./wire.d.ts').AdvisorModule>;
}

declare module 'built:files' {
  type EachLanguage = Record<import('../element/recovery-advisor.js').Language, string>;
  export const files: {
    wasm: string;
    pack: string;
    parts: ['atlas' | 'fontRegular' | 'fontSemibold', number][];
    first: EachLanguage;
    later: string | null;
    knowledge: string;
    words: EachLanguage;
    figure: string;
    site: string;
    weights: { wasm: number; pack: number };
  };
}

/** content/mistakes.json. */
declare module 'built:mistakes' {
  type Language = import('../element/recovery-advisor.js').Language;
  export const mistakes: ({ when: string } & Record<Language, string>)[];
  export const words: Record<
    Language,
    {
      list: string;
      colon: string;
      open: string;
      close: string;
      found: string;
      guess: string;
      known: string;
      nth: { one: string; two?: string; few?: string; other: string };
    }
  >;
}

/** Android's way back, and Escape. */
declare class CloseWatcher extends EventTarget {
  onclose: (() => void) | null;
  destroy(): void;
}

/** Two fingers on a trackpad, in Safari. */
interface GestureEvent extends MouseEvent {
  readonly scale: number;
}

interface HTMLElementEventMap {
  gesturestart: GestureEvent;
  gesturechange: GestureEvent;
}
