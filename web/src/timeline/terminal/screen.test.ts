import { describe, expect, test } from 'vitest';
import { Screen } from './screen';

function shown(...pieces: string[]) {
  const screen = new Screen();
  for (const piece of pieces) screen.write(piece);
  return screen.lines;
}

function text(...pieces: string[]) {
  return shown(...pieces).map(line => line.map(span => span.text).join(''));
}

describe('text', () => {
  test('lines, however they come and end', () => {
    expect(text('one\ntw', 'o\r\nthree\n')).toEqual(['one', 'two', 'three']);
    expect(text('')).toEqual([]);
    expect(text('a\n\nb')).toEqual(['a', '', 'b']);
  });
  test('tabs go to the next stop', () => {
    expect(text('a\tb\n12345678\tc')).toEqual(['a       b', '12345678        c']);
  });
  test('a line without end is broken', () => {
    expect(text('x'.repeat(2_500)).map(line => line.length)).toEqual([1_000, 1_000, 500]);
  });
  test('what is no text is shown as such', () => {
    expect(text('a\u0001b\u007fc\u0085d')).toEqual(['a␁b␡c⟨U+0085⟩d']);
    expect(text('rm \u202etxt.exe\u2066')).toEqual(['rm ⟨RLO⟩txt.exe⟨LRI⟩']);
  });
});

describe('drawing over', () => {
  test('a progress bar is one line', () => {
    expect(text('10%\r', '50%\r', '100%\ndone')).toEqual(['100%', 'done']);
  });
  test('a shorter text leaves the end of the longer, unless it is erased', () => {
    expect(text('downloading\rdone')).toEqual(['doneloading']);
    expect(text('downloading\r\u001b[Kdone')).toEqual(['done']);
    expect(text('downloading\u001b[2K\rdone')).toEqual(['done']);
  });
  test('backspace turns', () => {
    expect(text('|\b/\b-\b\\')).toEqual(['\\']);
  });
  test('several bars at once', () => {
    expect(text('a 1%\nb 1%\n\u001b[2Aa 9%\nb 5%\nend')).toEqual(['a 9%', 'b 5%', 'end']);
  });
  test('clearing the rest of the screen', () => {
    expect(text('one\ntwo\nthree\u001b[2A\r\u001b[Jnew')).toEqual(['new']);
  });
});

describe('colours', () => {
  test('are styles of spans', () => {
    expect(shown('\u001b[1;31mFAIL\u001b[0m tests')).toEqual([
      [
        { text: 'FAIL', style: { bold: true, ink: 1 } },
        { text: ' tests', style: {} },
      ],
    ]);
  });
  test('are kept over a break between two pieces', () => {
    expect(shown('\u001b[3', '2mok')).toEqual([[{ text: 'ok', style: { ink: 2 } }]]);
  });
  test('of 256 and of millions become the nearest of sixteen', () => {
    expect(shown('\u001b[38;5;196mred')[0]?.[0]?.style).toEqual({ ink: 9 });
    expect(shown('\u001b[38;5;244mgrey')[0]?.[0]?.style).toEqual({ ink: 7 });
    expect(shown('\u001b[38;2;20;160;40mgreen')[0]?.[0]?.style).toEqual({ ink: 2 });
    expect(shown('\u001b[48;2;20;20;160mblue')[0]?.[0]?.style).toEqual({ paper: 4 });
  });
  test('end one by one', () => {
    expect(shown('\u001b[1;4;92ma\u001b[22;24;39mb')[0]).toEqual([
      { text: 'a', style: { bold: true, underline: true, ink: 10 } },
      { text: 'b', style: {} },
    ]);
  });
});

describe('what is not followed', () => {
  test('titles, links and other sequences leave no trace', () => {
    expect(text('\u001b]0;title\u0007a\u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\')).toEqual([
      'alink',
    ]);
    expect(text('\u001b(Ba\u001b[?25lb\u001b=c')).toEqual(['abc']);
  });
  test('a sequence without end does not swallow the rest', () => {
    expect(text(`\u001b]0;${'x'.repeat(3_000)}`)).toEqual([
      `]0;${'x'.repeat(997)}`,
      'x'.repeat(1_000),
      'x'.repeat(1_000),
      'xxx',
    ]);
  });
  test('ten thousand moves on a long line are quick', () => {
    const start = performance.now();
    text(`${'x'.repeat(999)}${'\u001b[C\u001b[D'.repeat(10_000)}`);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
