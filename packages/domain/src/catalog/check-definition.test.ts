// What a product cannot ask, each with where it stands.
import { expect, test } from 'vitest';
import { minor } from '../money/money.ts';
import { definitionFaults } from './check-definition.ts';
import type { CheckboxOption, ChoiceOption, ConfigurationOption, NumberOption, TextOption } from './configuration-options.ts';

const free = { perPiece: '0', perLine: minor(0), ppm: 0, breaks: [], currency: 'USD', removed: false };
const asked = { help: '', required: false, carriesBreaks: false, onlyWhen: null };
const box: CheckboxOption = { ...free, ...asked, id: 'box', kind: 'checkbox', name: 'Box' };
const place: ChoiceOption = { ...asked, id: 'place', kind: 'choice', name: 'Place', removed: false, values: [{ ...free, id: 'left', name: 'Left' }] };
const text: TextOption = { ...free, ...asked, id: 'text', kind: 'text', name: 'Text', maxLength: 9, pattern: '' };
const size: NumberOption = { ...free, ...asked, id: 'size', kind: 'number', name: 'Size', minimum: '1', maximum: '9', step: '0.5' };
const when = (optionId: string, value: string) => ({ ...text, onlyWhen: { optionId, value } });
const rising = (...quantities: readonly number[]) => quantities.map((quantity) => ({ quantity, perPiece: '1' }));

test.each<readonly [string, readonly ConfigurationOption[], readonly string[]]>([
  ['all of it sound', [box, place, size, { ...when('box', 'yes'), pattern: '\\d+', breaks: rising(2, 10) }], []],
  ['a value of a choice before it', [place, when('place', 'left')], []],
  ['a pattern that looks back', [{ ...text, pattern: '(a)\\1' }], ['/options/0/pattern']],
  ['a most below the least', [{ ...size, maximum: '0.5' }], ['/options/0/maximum']],
  ['a step of nothing', [{ ...size, step: '0' }], ['/options/0/step']],
  ['itself', [when('text', 'yes')], ['/options/0/onlyWhen/optionId']],
  ['one that comes later', [when('box', 'yes'), box], ['/options/0/onlyWhen/optionId']],
  ['a text', [text, { ...when('text', 'a'), id: 'other' }], ['/options/1/onlyWhen/optionId']],
  ['a value that is not offered', [place, when('place', 'right')], ['/options/1/onlyWhen/value']],
  ['a box that is not ticked', [box, when('box', 'no')], ['/options/1/onlyWhen/value']],
  ['breaks that fall', [box, { ...text, breaks: rising(10, 5) }], ['/options/1/breaks/1/quantity']],
  ['a break at one', [{ ...place, values: [{ ...free, id: 'left', name: 'Left', breaks: rising(1) }] }], ['/options/0/values/0/breaks/0/quantity']],
])('%s', (_, options, pointers) => expect(definitionFaults(options).map(({ pointer }) => pointer)).toEqual(pointers));
