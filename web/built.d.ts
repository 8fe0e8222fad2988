// The modules that web/build/build.mjs writes, and what browsers have beyond the library of
// TypeScript.

declare module 'built:module' {
  export default function createModule(
    settings: import('./widget/wire.d.ts').ModuleSettings,
  ): Promise<import('./widget/wire.d.ts').AdvisorModule>;
}

declare module 'built:facade-words' {
  type Key = 'product' | 'title' | 'text' | 'button' | 'note' | 'loading' | 'failed' | 'retry';
  export const words: Record<import('./element/recovery-advisor.js').Language, Record<Key, string>>;
}

declare module 'built:files' {
  type EachLanguage = Record<import('./element/recovery-advisor.js').Language, string>;
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

declare module 'built:first-files' {
  export const files: {
    early: [string, string];
    posters?: [string, string];
    size: [number, number];
  };
}

declare module 'built:place' {
  export function address(name: string): string;
  export function bringHost(again: string): Promise<typeof import('./widget/host.js')>;
}

declare module '*.css' {
  const text: string;
  export default text;
}

interface Navigator {
  /** Chromium's alone. */
  readonly connection?: { readonly saveData: boolean };
}

/** Two fingers on a trackpad, in Safari. */
interface GestureEvent extends MouseEvent {
  readonly scale: number;
}

interface HTMLElementEventMap {
  gesturestart: GestureEvent;
  gesturechange: GestureEvent;
}
