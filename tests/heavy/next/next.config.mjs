// The project around this one has a lock file as well.
export default { turbopack: { root: import.meta.dirname } };
