import {expect} from 'chai';
import * as z from 'zod/mini';
import {Base64Url, Count, CountryCode, DateTime, IdempotencyKey, Identifier, LanguageTag, LinkAddress, Problem, Text, WebAddress, line, lines, plainText} from '../../src/contract/index.js';
import {describeSchema} from './schema-cases.js';

const cases: [name: string, schema: z.ZodMiniType, good: unknown[], bad: unknown[]][] = [
  ['Identifier', Identifier, ['a', 'safe-exit', '0_x', 'x'.repeat(64)], ['', '-a', '_a', 'a b', 'é', 'a/b', 'x'.repeat(65), 'a\n', 7]],
  ['LanguageTag', LanguageTag, ['fr', 'pt-BR', 'zh-Hant', 'ckb', 'de-CH-1996', 'en-XA'], ['', 'f', 'fr_FR', 'fr-', 'french', `en${'-abcdefgh'.repeat(4)}`, null]],
  ['DateTime', DateTime, ['2024-03-16T12:00:00Z', '2024-03-16T09:00:00.000-03:00', '2024-02-29T23:59:59+23:59', '0000-01-01T00:00:00Z'],
    ['2024-03-16', '2024-03-16T12:00Z', '2024-03-16T12:00:00', '2023-02-29T12:00:00Z', '2026-02-30T12:00:00Z', '2024-03-16T24:00:00Z', '2024-03-16T12:60:00Z', '2024-03-16T12:00:60Z', '2024-03-16T12:00:00+24:00', '2024-03-16t12:00:00z', '2024-03-16 12:00:00Z', '24-03-16T12:00:00Z', 0]],
  ['CountryCode', CountryCode, ['FR', 'XK'], ['fr', 'FRA', 'F', '']],
  ['WebAddress', WebAddress, ['https://example.org', 'HTTP://example.org/a?b#c', `https://example.org/${'x'.repeat(2028)}`], ['javascript:alert(1)', '//example.org', '/path', 'mailto:a@b.c', 'https://', 'https://exa mple.org', ' https://example.org', `https://example.org/${'x'.repeat(2029)}`]],
  ['LinkAddress', LinkAddress, ['https://example.org', 'mailto:ada@example.org'], ['mailto:', 'data:text/html,x', `mailto:${'x'.repeat(320)}@a.b`]],
  ['Base64Url', Base64Url, ['AZ-_09'], ['', 'a=', 'a+b', 'a/b']],
  ['IdempotencyKey', IdempotencyKey, ['a'.repeat(22), 'A-_9'.repeat(16)], ['a'.repeat(21), 'a'.repeat(65), `${'a'.repeat(22)} `]],
  ['Count', Count, [0, 1, Number.MAX_SAFE_INTEGER], [-1, 0.5, NaN, Infinity, '1', 2 ** 53]],
  ['line', line(3), ['', 'abc', '<b>', 'é😀'], ['abcd', 'a\nb', 'a\tb', '\u0000', '\u007f', '\u009f', 7]],
  ['lines', lines(5), ['a\nb', 'a\r\nb', 'a\tb'], ['abcdef', '\u0000', '\u001f', '\u000b', '\u0085']],
];

for (const [name, schema, good, bad] of cases) {
  describe(name, () => {
    for (const value of good) it(`takes ${JSON.stringify(value).slice(0, 60)}`, () => { expect(z.safeParse(schema, value).success).to.equal(true); });
    for (const value of bad) it(`refuses ${JSON.stringify(value).slice(0, 60)}`, () => { expect(z.safeParse(schema, value).success).to.equal(false); });
  });
}

describeSchema('Text', Text, [{text: 'Read the '}, {text: 'notice', href: 'https://example.org', strong: true}], {
  bad: [['', 7], ['', 'x'.repeat(5001)], ['', Array.from({length: 201}, () => ({text: ''}))], ['1.href', 'javascript:alert(1)'], ['0.text', undefined], ['1.strong', 'very']],
});

it('plainText leaves the words of a text', () => {
  expect(plainText([{text: 'Read the '}, {text: 'notice', href: 'https://example.org'}, {text: '.'}])).to.equal('Read the notice.');
  expect(plainText('<b>')).to.equal('<b>');
});

describeSchema('Problem', Problem, {title: 'Unprocessable Content', status: 422, code: 'invalid', detail: 'Missing.', issues: [{path: 'fields.email', reason: 'required'}]}, {
  fine: [['detail', undefined], ['issues', undefined], ['instance', '/x']],
  bad: [['title', undefined], ['status', '422'], ['code', 'offline'], ['code', undefined], ['detail', 1], ['issues.0.path', undefined], ['issues.0.reason', 1]],
});
