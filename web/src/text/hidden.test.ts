import { expect, test } from 'vitest';
import { nothingUnseen, parts, plainly, visible } from './hidden';

test('what would hide or turn a line round is named', () => {
  expect(parts('if a\u202e { \u2066// check\u0007')).toEqual([
    { kind: 'text', text: 'if a' },
    { kind: 'hidden', name: 'RLO', turns: true },
    { kind: 'text', text: ' { ' },
    { kind: 'hidden', name: 'LRI', turns: true },
    { kind: 'text', text: '// check' },
    { kind: 'hidden', name: 'BEL', turns: false },
  ]);
  expect(plainly('a\u200bb\nc\ufeff\td')).toBe('a⟨ZWSP⟩b⟨LF⟩c⟨BOM⟩\td');
});

test('a command keeps its lines; what it hides is named, what it controls is pictured', () => {
  expect(visible('rm\u00ad -r\r\n\t\u202ex\u001b[2Jy\u{e0041}')).toBe(
    'rm⟨SHY⟩ -r\n\t⟨RLO⟩x␛[2Jy⟨U+E0041⟩',
  );
  expect(nothingUnseen('a\u061c\u001b[1mb\n')).toBe('a⟨ALM⟩\u001b[1mb\n');
});

test('joiners stay where a script or a pictograph needs them', () => {
  const needed = ['👩\u200d💻', '👩🏽\u200d🚀', '❤\ufe0f\u200d🔥', 'می\u200cخواهم', 'क्\u200dष'];
  expect(needed.map(nothingUnseen)).toEqual(needed);
  expect(nothingUnseen('ad\u200dmin')).toBe('ad⟨ZWJ⟩min');
});
