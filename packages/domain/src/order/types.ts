// The order as the domain decides about it. One aggregate in another stage: design "The four ideas".
import type { CheckoutStepName, Refusal } from '../core/refusal.ts';
import type { MinorUnits } from '../money/money.ts';

export const stages = ['cart', 'draft', 'estimate', 'saved_cart', 'pending', 'approval_declined', 'submitted', 'canceled'] as const;
export type Stage = (typeof stages)[number];

export const orderActions = [
  'convert',
  'withdraw',
  'save_as_cart',
  'take_back',
  'activate',
  'save_cart',
  'submit',
  'submit_for_approval',
  'approve',
  'decline',
  'reopen',
  'cancel',
] as const;
export type OrderAction = (typeof orderActions)[number];

export type Address = {
  readonly name: string;
  readonly company: string;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  /** ISO 3166-2 part after the dash where the country has regions ("NY"), else free text or ''. */
  readonly region: string;
  readonly postcode: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly phone: string;
};

/** The named inputs a checkout step was completed with; compared as they are, so undoing a change heals the step. */
export type StepInputs = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Why a step needs another look: the input that differs now, with both values ("weight" 1200 → 3600). In "12#1k9d…" the count
 * is 12; what follows the # only tells apart what counts the same.
 */
export type StaleReason = {
  readonly input: string;
  /** Which shipment it is about, while there are several. */
  readonly shipmentId?: string;
  readonly was: string | number | boolean | null;
  readonly now: string | number | boolean | null;
};

export type CheckoutStep = {
  readonly name: CheckoutStepName;
  readonly state: 'empty' | 'done' | 'stale' | 'not_needed';
  /** Whether something of it was answered, though it may not be complete. */
  readonly entered: boolean;
  readonly reasons: readonly StaleReason[];
  /** What keeps this step from being complete, for `finalize` everything still open. */
  readonly refusals: readonly Refusal[];
  /** A built-in rate offers its new price by one key: the shipment's method, its old and new amount. */
  readonly offer: { readonly shipmentId: string; readonly rateId: string; readonly was: MinorUnits; readonly now: MinorUnits } | null;
};

/** A purchase order's number is the order's own PO number, kept nowhere else (decision record 0013). */
export type PaymentChoice = { readonly method: 'open_account' } | { readonly method: 'purchase_order' };

/** In words ("Net 30", '' for none), and who says so: this order itself, the company it is for, or the account for everybody. */
export type PaymentTerms = { readonly terms: string; readonly from: 'order' | 'company' | 'account' };

/** Open account and purchase order cover any amount; kept as a list because an order can be paid in parts later. */
export type AllowedPayment = PaymentChoice['method'];
