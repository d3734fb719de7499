import { describe, expect, test } from 'vitest';
import { customerTerms } from './customer-terms.ts';

const gold = { id: 'g', name: 'Gold' };
const silver = { id: 's', name: 'Silver' };
const bronze = { id: 'b', name: 'Bronze' };
const nobody = { role: null, taxExemption: null };

describe('the price role in force', () => {
  test.each([
    { title: 'their own before all', own: gold, company: silver, account: bronze, is: { ...gold, from: 'customer' } },
    { title: 'the company’s before the account’s', own: null, company: silver, account: bronze, is: { ...silver, from: 'company' } },
    { title: 'the account’s for who has none', own: null, company: null, account: bronze, is: { ...bronze, from: 'account' } },
    { title: 'none', own: null, company: null, account: null, is: null },
  ])('$title', ({ own, company, account, is }) => {
    const terms = customerTerms({ customer: { ...nobody, role: own }, company: { ...nobody, role: company }, defaultRole: account });
    expect(terms.role).toEqual(is);
  });

  test('without a company and without a customer it is the account’s', () => {
    expect(customerTerms({ customer: nobody, company: null, defaultRole: bronze }).role).toEqual({ ...bronze, from: 'account' });
    expect(customerTerms({ customer: null, company: null, defaultRole: bronze }).role).toEqual({ ...bronze, from: 'account' });
  });
});

describe('exemption and payment terms', () => {
  test.each([
    { own: 'ST-119', company: 'ST-120', is: { reason: 'ST-119', from: 'customer' } },
    { own: null, company: 'ST-120', is: { reason: 'ST-120', from: 'company' } },
    { own: null, company: null, is: null },
  ])('exempt by $own and $company', ({ own, company, is }) => {
    const terms = customerTerms({ customer: { role: null, taxExemption: own }, company: { role: null, taxExemption: company }, defaultRole: null });
    expect(terms.exemption).toEqual(is);
  });

  test('payment terms are the company’s; empty ones are none', () => {
    const of = (terms: string) => customerTerms({ customer: nobody, company: { ...nobody, terms }, defaultRole: null }).payment;
    expect(of('Net 30')).toEqual({ terms: 'Net 30', from: 'company' });
    expect(of('')).toBeNull();
  });

  test.each([
    { company: 'Net 60', account: 'Prepaid', is: { terms: 'Net 60', from: 'company' } },
    { company: '', account: 'Prepaid', is: { terms: 'Prepaid', from: 'account' } },
    { company: '', account: '', is: null },
  ])('whose company has none ($company) has the account’s ($account)', ({ company, account, is }) => {
    const terms = customerTerms({ customer: nobody, company: { ...nobody, terms: company }, defaultRole: null, defaultTerms: account });
    expect(terms.payment).toEqual(is);
    expect(customerTerms({ customer: nobody, company: null, defaultRole: null, defaultTerms: 'Net 10' }).payment).toEqual({ terms: 'Net 10', from: 'account' });
  });
});
