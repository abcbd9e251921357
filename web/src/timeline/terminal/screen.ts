// What a terminal would show of a program's output: colours, carriage returns, progress bars that
// are drawn over (ECMA-48). Takes more at any time; what it took is not looked at again.
import { nothingUnseen, pictured } from '~/text/hidden';
import { append, erased, type Line, overwritten, type Span, width } from './line';
import { PLAIN, restyle, type Style } from './style';

/** A line is broken there, as any terminal would sooner: so that no line is slow to write over. */
const COLUMNS = 1_000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;
const SEQUENCE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
  /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[PX^_][^\u001b]*\u001b\\|(?![[\]PX^_])[ -/]*[0-~])/y;
/** So much of a sequence that has not ended is waited for. */
const MOST_SEQUENCE = 2_048;

/** All lines of a text that is whole. */
export function screenOf(text: string): readonly Line[] {
  const screen = new Screen();
  screen.write(text);
  return screen.lines;
}

export class Screen {
  private readonly all: Span[][] = [[]];
  private row = 0;
  private column = 0;
  private style: Style = PLAIN;
  /** The beginning of a sequence whose end has not come yet. */
  private rest = '';

  get lines(): readonly Line[] {
    return this.all.at(-1)?.length ? this.all : this.all.slice(0, -1);
  }

  write(piece: string): void {
    const text = this.rest + piece;
    this.rest = '';
    let at = 0;
    while (at < text.length) {
      CONTROL.lastIndex = at;
      const control = CONTROL.exec(text);
      this.put(nothingUnseen(text.slice(at, control?.index)));
      if (!control) return;
      at = control.index;
      if (control[0] !== '\u001b') {
        this.control(control[0]);
        at++;
        continue;
      }
      SEQUENCE.lastIndex = at;
      const sequence = SEQUENCE.exec(text)?.[0];
      if (!sequence && text.length - at < MOST_SEQUENCE) {
        this.rest = text.slice(at);
        return;
      }
      if (sequence?.[1] === '[') this.sequence(sequence);
      at += sequence?.length ?? 1;
    }
  }

  private get line(): Span[] {
    return this.all[this.row] ?? [];
  }

  private put(text: string): void {
    for (let at = 0; at < text.length; ) {
      if (this.column >= COLUMNS) this.feed();
      const piece = text.slice(at, at + COLUMNS - this.column);
      const span = { text: piece, style: this.style };
      if (this.column >= width(this.line)) append(this.line, span);
      else this.all[this.row] = overwritten(this.line, this.column, span);
      this.column += piece.length;
      at += piece.length;
    }
  }

  private feed(): void {
    this.row++;
    this.column = 0;
    if (this.row === this.all.length) this.all.push([]);
  }

  private control(character: string): void {
    if (character === '\n') this.feed();
    else if (character === '\r') this.column = 0;
    else if (character === '\b') this.column = Math.max(0, this.column - 1);
    else if (character === '\t') this.put(' '.repeat(8 - (this.column % 8)));
    else if (character !== '\u0007' && character !== '\0') this.put(pictured(character));
  }

  private sequence(text: string): void {
    const codes = text.slice(2, -1);
    const n = Math.max(1, Number.parseInt(codes, 10) || 1);
    switch (text.at(-1)) {
      case 'm':
        this.style = restyle(this.style, codes);
        break;
      case 'K':
        this.all[this.row] = erased(this.line, this.column, codes);
        break;
      case 'J':
        this.all[this.row] = erased(this.line, this.column, '');
        if (!codes || codes === '0') this.all.length = this.row + 1;
        break;
      case 'G':
        this.move(0, n - 1);
        break;
      case 'C':
        this.move(0, this.column + n);
        break;
      case 'D':
        this.move(0, this.column - n);
        break;
      case 'A':
        this.move(-n, this.column);
        break;
      case 'B':
        this.move(n, this.column);
        break;
      case 'F':
        this.move(-n, 0);
        break;
      case 'E':
        this.move(n, 0);
        break;
    }
  }

  private move(rows: number, column: number): void {
    this.row = Math.min(Math.max(0, this.row + rows), this.all.length - 1);
    this.column = Math.min(Math.max(0, column), width(this.line), COLUMNS);
  }
}
