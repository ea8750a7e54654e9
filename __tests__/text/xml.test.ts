import { describe, expect, it } from '@jest/globals';
import { elementsOf, readXml, XmlFault } from '../../src/text/xml.ts';

function faultOf(text: string): XmlFault {
  try {
    readXml(text);
  } catch (error) {
    if (error instanceof XmlFault) return error;
    throw error;
  }
  throw new Error('was read');
}

describe('readXml', () => {
  it('gives elements, attributes and text, and where an element starts', () => {
    const text = '<?xml version="1.0"?>\n<a><b c="1&amp;2">é😀</b><!-- x --><d><![CDATA[<e>]]></d></a>';
    const root = readXml(text);
    const [first, second] = elementsOf(root);
    expect(first?.attributes.c).toBe('1&2');
    expect([first?.text, second?.text]).toEqual(['é😀', '<e>']);
    expect(text.slice(second?.start).startsWith('<d>')).toBe(true);
    expect(elementsOf(root, 'd', 'x')).toEqual([second]);
  });

  it.each([
    ['no element', '', 'Root element is missing', 1, 1],
    ['an element that is not closed', '<a>\n<b>\n</a>', 'Missing end tag for element b', 3, 1],
    ['two roots', '<a/>\n<b/>', 'Extra content', 2, 1],
    ['a bare ampersand', '<a>\n x & y</a>', 'Unterminated reference', 2, 6],
    ['an attribute twice', '<a b="1" b="2"/>', 'Duplicate attribute: b', 1, 15],
    ['a character that XML has not', '<a>\u0001</a>', 'Invalid character', 1, 4],
    ['half a file', '<a><b>x</b', 'b', 1, 11],
  ])('says what is wrong where: %s', (_, text, message, line, column) => {
    const fault = faultOf(text);
    expect(fault.message).toContain(message);
    expect(fault.message).not.toContain('\n');
    expect([fault.line, fault.column]).toEqual([line, column]);
  });

  it('expands no entity of a document type and fetches nothing', () => {
    const laughs = '<!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "&l;&l;">]><a>&m;</a>';
    expect(faultOf(laughs).message).toContain("Named entity isn't defined: &m;");
    expect(faultOf('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hosts">]><a>&x;</a>').message).toContain('&x;');
    expect(readXml('<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a>1</a>').text).toBe('1');
  });

  it('says no more of a name than anybody would read', () => {
    expect(faultOf(`<${'a'.repeat(10_000)}>`).message.length).toBeLessThan(200);
  });

  it('takes __proto__ for a name like any other', () => {
    expect(Object.hasOwn(readXml('<a __proto__="x"/>').attributes, '__proto__')).toBe(true);
  });

  it.each([
    ['250 levels', 250, false],
    ['251 levels', 251, true],
    ['more than the stack holds', 200_000, true],
  ])('reads 250 levels and no more: %s', (_, levels, isRefused) => {
    const text = '<a>'.repeat(levels) + '</a>'.repeat(levels);
    if (isRefused) expect(faultOf(text).message).toBe('is nested more than 250 levels deep.');
    else expect(readXml(text).name).toBe('a');
  });

  it.each([
    ['tags that never close', '<'.repeat(500_000)],
    ['comments in comments', '<!--'.repeat(250_000)],
    ['a CDATA section without an end', `<![CDATA[${']'.repeat(500_000)}`],
    ['one attribute after another', `<a ${'b '.repeat(250_000)}`],
  ])('gives up at once on %s', (_, rest) => {
    const start = process.cpuUsage().user;
    faultOf(`<a>${rest}`);
    expect(process.cpuUsage().user - start).toBeLessThan(2_000_000);
  });
});
