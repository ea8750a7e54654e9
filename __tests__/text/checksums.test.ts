import { describe, expect, it } from '@jest/globals';
import { isCardNumber, isIban, isIpV6 } from '../../src/text/checksums.ts';

// Numbers that the makers of cards and the registry of account numbers publish as examples.
describe('a card number', () => {
  it.each(['4111111111111111', '5500005555555559', '378282246310005', '6011111111111117', '4222222222222'])(
    '%s',
    (digits) => {
      expect(isCardNumber(digits)).toBe(true);
    },
  );

  it.each([
    ['one digit is wrong', '4111111111111112'],
    ['two are swapped', '5500005555555595'],
    ['no card begins so', '1700000000009'],
    ['too short', '42222222222'],
    ['letters', '411111111111111a'],
  ])('none: %s', (_, digits) => {
    expect(isCardNumber(digits)).toBe(false);
  });
});

describe('an account number', () => {
  it.each([
    'DE89370400440532013000',
    'gb82west12345698765432',
    'NL91ABNA0417164300',
    'NO9386011117947',
    'MT84MALT011000012345MTLCAST001S',
  ])('%s', (text) => {
    expect(isIban(text)).toBe(true);
  });

  it.each([
    ['one digit is wrong', 'DE89370400440532013001'],
    ['too few digits', 'AB12HELLOTHEREDEAR'],
    ['blanks', 'DE89 3704 0044 0532 0130 00'],
  ])('none: %s', (_, text) => {
    expect(isIban(text)).toBe(false);
  });
});

describe('an address of IPv6', () => {
  it.each(['::1', 'fe80::1', '2001:DB8::8:800:200C:417A', '1:2:3:4:5:6:7:8', '::ffff:192.0.2.128', 'a::'])(
    '%s',
    (text) => {
      expect(isIpV6(text)).toBe(true);
    },
  );

  it.each([
    '::',
    '12:34:56',
    '1:2:3:4:5:6:7:8:9',
    '1::2::3',
    '1:2:3:4:5:6:7::8',
    '12345::1',
    'aa:bb:cc:dd:ee:ff',
    ':1',
  ])('none: %s', (text) => {
    expect(isIpV6(text)).toBe(false);
  });
});
