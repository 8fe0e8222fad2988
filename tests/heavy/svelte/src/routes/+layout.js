// Rendered on a server, when the site is built.
export const prerender = true;
export const trailingSlash = 'always';
