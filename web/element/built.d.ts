// The modules that web/build/build.mjs writes for the element, and what browsers have beyond the
// library of TypeScript.

declare module 'built:facade-words' {
  type Key = 'product' | 'title' | 'text' | 'button' | 'note' | 'loading' | 'failed' | 'retry';
  export const words: Record<import('./recovery-advisor.js').Language, Record<Key, string>>;
}

declare module 'built:first-files' {
  export const files: {
    early: [string, string];
    posters: [string, string];
    size: [number, number];
  };
}

declare module 'built:place' {
  export function address(name: string): string;
  export function bringWidget(again: string): Promise<typeof import('../widget/widget.js')>;
}

declare module '*.css' {
  const text: string;
  export default text;
}

interface Navigator {
  /** Chromium's alone. */
  readonly connection?: { readonly saveData: boolean };
}
