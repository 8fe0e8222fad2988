// A business for who cannot use the tool: its booking link without a service or a day chosen, and
// its phone number as it is written.

const kSchemes = /^(https|mailto|tel|sms):/;

/**
 * @param {{ system: string, url: string }} booking of a site.json
 * @returns {string} empty where it is no link that may be followed
 */
export function plainLink({ system, url }) {
  const whole = url.includes(':') ? url : `${system}:${url}`;
  const plain = system === 'url' ? url.replace(/[?#].*$/, '').replaceAll(/\/?\{\w+\}/g, '') : whole;
  return kSchemes.test(plain) ? plain : '';
}

/** "+15145550142" as it is written here. @param {string} phone */
export function shownPhone(phone) {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone);
  return parts ? `${parts[1]}\u00a0${parts[2]}-${parts[3]}` : phone;
}
