// Which terms are in force for a customer. What was agreed with the person stands before what was agreed with the company, and that
// before what the account gives everybody. Decided here alone: prices, tax and every screen ask this function (decision record 0024).

export type TermsSource = 'customer' | 'company' | 'account';

export type TermsRole = { readonly id: string; readonly name: string };

export type TermsParties = {
  readonly customer: { readonly role: TermsRole | null; readonly taxExemption: string | null } | null;
  readonly company: { readonly role: TermsRole | null; readonly taxExemption: string | null; readonly terms?: string } | null;
  /** The role of everybody who has none. */
  readonly defaultRole: TermsRole | null;
  /** Payment terms of everybody whose company has none; '' or left out: none. */
  readonly defaultTerms?: string;
};

export type CustomerTerms = {
  readonly role: (TermsRole & { readonly from: TermsSource }) | null;
  /** Why no tax is charged; null: taxed. */
  readonly exemption: { readonly reason: string; readonly from: TermsSource } | null;
  /** Payment terms in words ("Net 30"); null: none agreed. */
  readonly payment: { readonly terms: string; readonly from: TermsSource } | null;
};

/**
 * The price role, exemption and payment terms of a customer, each with who it comes from.
 *
 * @example customerTerms({ customer: { role: null, taxExemption: null }, company: { role: gold, taxExemption: null }, defaultRole: null }).role
 * // → { ...gold, from: 'company' }
 */
export function customerTerms({ customer, company, defaultRole, defaultTerms }: TermsParties): CustomerTerms {
  return {
    role: roleFrom(customer?.role, 'customer') ?? roleFrom(company?.role, 'company') ?? roleFrom(defaultRole, 'account'),
    exemption: exemptionFrom(customer?.taxExemption, 'customer') ?? exemptionFrom(company?.taxExemption, 'company'),
    payment: paymentFrom(company?.terms, 'company') ?? paymentFrom(defaultTerms, 'account'),
  };
}

const roleFrom = (role: TermsRole | null | undefined, from: TermsSource) => (role == null ? null : { id: role.id, name: role.name, from });

const exemptionFrom = (reason: string | null | undefined, from: TermsSource) => (reason == null ? null : { reason, from });

const paymentFrom = (terms: string | undefined, from: TermsSource) => (terms === undefined || terms === '' ? null : { terms, from });
