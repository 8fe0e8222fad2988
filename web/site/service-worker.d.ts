// What the service worker has beside the library of TypeScript: the module that web/build/build.mjs
// writes, and what a page may set (docs/deploy.md).

declare module 'built:offline' {
  export const files: {
    version: string;
    tool: string[];
    needed: string[];
    checked: Record<string, string>;
  };
}

interface ServiceWorkerGlobalScope {
  advisorBase?: string;
}
