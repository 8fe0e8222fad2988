// No script and no style within the pages, so that they keep a strict policy.
export default {
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
};
