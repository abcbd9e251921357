import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Markdown } from './Markdown';

function html(text: string) {
  return renderToStaticMarkup(<Markdown text={text} />).replace(/ class="[^"]*"/g, '');
}

describe('a hostile text', () => {
  test('has no HTML of its own', () => {
    expect(html('<img src=x onerror=alert(1)>')).toBe(
      '<div><p>&lt;img src=x onerror=alert(1)&gt;</p></div>',
    );
    expect(html('a <b onclick="x">b</b>')).toBe(
      '<div><p>a &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;</p></div>',
    );
  });
  test('leads nowhere but to other pages', () => {
    expect(html('[a](javascript:alert(1))')).toBe(
      '<div><p><span title="javascript:alert(1)">a</span></p></div>',
    );
    expect(html('[a](/api/logout)')).toBe('<div><p><span title="/api/logout">a</span></p></div>');
    expect(html('[a](https://x.example/)')).toBe(
      '<div><p><a href="https://x.example/" title="https://x.example/" target="_blank" rel="noopener noreferrer">a</a></p></div>',
    );
  });
  test('fetches no pictures', () => {
    expect(html('![seen](https://x.example/p.gif)')).not.toContain('<img');
  });
  test('goes no deeper than a page is wide', () => {
    const level = '<blockquote>'.repeat(8);
    expect(html(`${'> '.repeat(10)}a`)).toContain(`<div>${level}<p>&gt; &gt; a</p></blockquote>`);
    expect(html(`${'- '.repeat(10)}a`).match(/<ul>/g)).toHaveLength(8);
    expect(html('> '.repeat(5_000)).match(/<blockquote>/g)).toBeNull();
  });
  test('cannot turn the direction of what is read', () => {
    expect(html('a\u202eb `c\u2066`')).toBe('<div><p>a⟨RLO⟩b <code>c⟨LRI⟩</code></p></div>');
  });
});

describe('what Markdown can say', () => {
  test('lists with ticks, code, tables', () => {
    expect(html('- [x] a\n- b')).toBe(
      '<div><ul><li data-task="true"><input type="checkbox" readOnly="" disabled="" checked=""/>a</li><li>b</li></ul></div>',
    );
    expect(html('```py\na < b\n```')).toBe(
      '<div><pre tabindex="0"><code>a &lt; b</code></pre></div>',
    );
    expect(html('|a|b|\n|-|-:|\n|1|2|')).toContain('<td data-align="right">2</td>');
  });
  test('headings stand below those of the page', () => {
    expect(html('# One')).toBe('<div><h3>One</h3></div>');
  });
  test('a text that still grows is no error', () => {
    for (const text of ['```py\na', '**bold', '[link](http', '| a |', '- ', '&am', '#']) {
      expect(html(text)).toContain('<div>');
    }
  });
});
