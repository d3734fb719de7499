// The sentence a customer agrees to. It is kept word for word with the acceptance, so page and server make it from one place;
// a change of the words is another `consentVersion`.
export type Consent = {
  readonly shop: string;
  /** "Estimate 1042 r2" */
  readonly title: string;
  /** Whom it binds: the company, else the customer. */
  readonly customer: string;
  readonly open: readonly ('shipping' | 'tax')[];
};

export const consentVersion = 1;

/** "I accept Estimate 1042 r2 of Harbor Print with the choices and the total shown, plus shipping and tax as charged. …" */
export function consentText({ shop, title, customer, open }: Consent): string {
  const parts = (['shipping', 'tax'] as const).filter((part) => open.includes(part));
  const plus = parts.length === 0 ? '' : `, plus ${parts.join(' and ')} as charged`;
  return `I accept ${title} of ${shop} with the choices and the total shown${plus}. I may order for ${customer}, and typing my name stands for my signature.`;
}
