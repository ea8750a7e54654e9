import { describe, expect, it } from '@jest/globals';
import { shortenNames } from '../../src/report/words/short-names.ts';

const id = (suite: string | null, prompt: string | null, metric = 'exact') => ({ suite, prompt, metric });

describe('shortenNames', () => {
  it.each([
    ['one of each', [id('s', 'p')], [id(null, null)]],
    ['two metrics', [id('s', 'p', 'a'), id('s', 'p', 'b')], [id(null, null, 'a'), id(null, null, 'b')]],
    ['two prompts of one suite', [id('s', 'p'), id('s', 'q')], [id(null, 'p'), id(null, 'q')]],
    ['two suites with a prompt of the same name', [id('s', 'p'), id('t', 'p')], [id('s', null), id('t', null)]],
    ['prompts named like their suites', [id('s', 's'), id('t', 't')], [id('s', null), id('t', null)]],
  ])('%s', (_, ids, short) => expect(shortenNames(ids)).toEqual(short));

  it('keeps everything else', () => {
    expect(shortenNames([{ ...id('s', 'p'), margin: 0.1 }])).toEqual([{ ...id(null, null), margin: 0.1 }]);
  });
});
