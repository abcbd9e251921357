// The part that is loaded when something is to be coloured.
import { createLowlight } from 'lowlight';
import { grammar, type Language } from './languages';
import type { Colour, Token } from './token';

const lowlight = createLowlight();

/** What the grammars call things, in our few colours; what is not named stays as it is. */
const COLOURS: Record<string, Colour> = {
  keyword: 'keyword',
  literal: 'keyword',
  operator: 'keyword',
  'selector-tag': 'keyword',
  tag: 'keyword',
  name: 'keyword',
  section: 'name',
  string: 'string',
  regexp: 'string',
  char: 'string',
  quote: 'string',
  code: 'string',
  link: 'string',
  number: 'number',
  symbol: 'number',
  bullet: 'number',
  comment: 'comment',
  doctag: 'comment',
  title: 'name',
  function: 'name',
  'selector-class': 'name',
  'selector-id': 'name',
  type: 'type',
  built_in: 'type',
  class: 'type',
  meta: 'meta',
  attr: 'attribute',
  attribute: 'attribute',
  property: 'attribute',
  variable: 'attribute',
  'template-variable': 'attribute',
};

/** As lowlight gives it (hast); only what is read here. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly properties?: { readonly className?: unknown };
  readonly children?: readonly unknown[];
}

export async function tokensOf(
  code: string,
  language: Language,
): Promise<readonly (readonly Token[])[]> {
  if (!lowlight.registered(language)) {
    lowlight.register(language, (await grammar(language)).default);
  }
  const lines: Token[][] = [[]];
  let column = 0;
  const text = (value: string, colour: Colour | undefined) => {
    for (const [index, piece] of value.split('\n').entries()) {
      if (index) {
        lines.push([]);
        column = 0;
      }
      const to = column + piece.length;
      if (colour && piece) lines.at(-1)?.push({ from: column, to, colour });
      column = to;
    }
  };
  const walk = (node: Node, colour: Colour | undefined) => {
    if (node.type === 'text') text(node.value ?? '', colour);
    const own =
      colourOf(node) ?? (node.type === 'element' && isInserted(node) ? undefined : colour);
    for (const child of node.children ?? []) walk(child as Node, own);
  };
  walk(lowlight.highlight(language, code) as Node, undefined);
  return lines;
}

function classes(node: Node): readonly string[] {
  const { className } = node.properties ?? {};
  return Array.isArray(className) ? className.map(String) : [];
}

function colourOf(node: Node): Colour | undefined {
  const names = classes(node);
  if (names.includes('class_')) return 'type';
  for (const name of names) {
    const colour = COLOURS[name.replace(/^hljs-/, '')];
    if (colour) return colour;
  }
  return undefined;
}

/** Code within a string (`${...}`) has no string's colour. */
function isInserted(node: Node): boolean {
  return classes(node).some(name => name === 'hljs-subst' || name.startsWith('language-'));
}
