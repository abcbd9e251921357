// A patch in colours, file by file.
import {el} from '/web/dom.js';

const MOST_LINES = 4000;

export function diff(patch, address) {
  if (!patch) return el('p', {class: 'quiet'}, 'No change.');
  const files = patch.split(/^(?=diff --git )/m).filter(part => part.startsWith('diff --git '));
  let room = MOST_LINES;
  const shown = [];
  for (const file of files) {
    const lines = file.replace(/\n$/, '').split('\n');
    if (lines.length > room) break;
    room -= lines.length;
    shown.push(changed(lines));
  }
  const left = files.length - shown.length;
  const rest = left
    ? el('p', {}, `${left} more files are too long to show here: `, el('a', {href: address}, 'the whole patch'))
    : null;
  return el('div', {class: 'diff'}, ...shown, rest);
}

function changed(lines) {
  const firstHunk = lines.findIndex(line => line.startsWith('@@') || line.startsWith('GIT binary'));
  const body = firstHunk < 0 ? lines.slice(1) : lines.slice(firstHunk);
  const count = sign => body.filter(line => line.startsWith(sign)).length;
  return el('details', {open: body.length < 400},
    el('summary', {}, name(lines), ' ',
      el('span', {class: 'plus'}, `+${count('+')}`), ' ', el('span', {class: 'minus'}, `−${count('-')}`)),
    el('div', {class: 'lines'}, ...body.map(line => el('div', {class: kind(line)}, line))));
}

function name(lines) {
  const at = prefix => lines.find(line => line.startsWith(prefix))?.slice(prefix.length);
  return at('+++ b/') ?? at('--- a/') ?? at('rename to ') ?? lines[0].replace(/^diff --git a\//, '').split(' b/')[0];
}

function kind(line) {
  if (line.startsWith('@@')) return 'hunk';
  if (line.startsWith('+')) return 'add';
  return line.startsWith('-') ? 'del' : '';
}
