// Elements from values. Text goes in as text, never as markup: what a sandbox wrote stays harmless.

/** el('a', {href: '/', class: 'brand'}, 'text', otherElement) */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter(child => child !== undefined && child !== null));
  return element;
}

export function show(...children) {
  document.getElementById('main').replaceChildren(...children);
}

export function card(title, ...children) {
  return el('section', {class: 'card'}, title ? el('h2', {}, title) : null, ...children);
}

export function state(name) {
  return el('span', {class: `state ${name}`}, name.replace('_', ' '));
}

/** ISO 8601, as the API writes it, in words: PT1M2.5S is 1 min 2.5 s. */
export function duration(iso) {
  const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(iso);
  if (!parts) return iso;
  const [, hours, minutes, seconds] = parts;
  const words = [];
  if (hours) words.push(`${hours} h`);
  if (minutes) words.push(`${minutes} min`);
  if (seconds || !words.length) words.push(short(Number(seconds ?? 0)));
  return words.join(' ');
}

function short(seconds) {
  return seconds < 1 ? `${Math.round(seconds * 1000)} ms` : `${seconds.toFixed(1)} s`;
}

export function when(instant) {
  return new Date(instant).toLocaleString(undefined, {dateStyle: 'medium', timeStyle: 'short'});
}
