import { describe, expect, it } from 'vitest';
import { fillTemplate, mailTemplateNames, mailTemplates, unknownPlaceholders } from './mail-templates.ts';

describe('mail templates', () => {
  it.each([
    ['Hello {customer}. It is {total}.', { customer: 'Dana', total: '$5' }, 'Hello Dana. It is $5.'],
    ['Hello {customer}.', { customer: '' }, 'Hello.'],
    ['Thank you, {customer}. We have it.', { customer: '' }, 'Thank you. We have it.'],
    ['{ store } says hello', { store: 'Harbor' }, 'Harbor says hello'],
    ['{customer} and {store}', { customer: '{store}', store: 'S' }, '{store} and S'],
    ['$& {store}', { store: '$1 $&' }, '$& $1 $&'],
    ['{nobody} stays', {}, '{nobody} stays'],
  ] as const)('%s', (text, values, filled) => {
    expect(fillTemplate(text, values)).toBe(filled);
  });

  it('names what it does not know, each once', () => {
    expect(unknownPlaceholders('order_received', '{order} {cart} {constructor} {cart}')).toEqual(['cart', 'constructor']);
    expect(unknownPlaceholders('order_received', '{ order } and {total}')).toEqual([]);
  });

  it.each(mailTemplateNames)('%s uses only its own placeholders as it stands', (name) => {
    const { subject, text } = mailTemplates[name].standard;
    expect(unknownPlaceholders(name, `${subject} ${text}`)).toEqual([]);
  });
});
