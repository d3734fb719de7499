// What the mails are made from: plain data whose money and dates the server has already put into words in the account's
// locale, so that a mail can show no other figure than the screens do. All text may come from people; none is trusted.

export type MailAccount = {
  readonly name: string;
  /** The account's one colour, "#0d5c68". Anything else falls back to the house's own. */
  readonly accent: string;
  /** Postal address for the foot, one entry a line. */
  readonly address: readonly string[];
};

export type MailLine = {
  readonly name: string;
  /** SKU, options and notes for the customer, on one quiet line; '' for none. */
  readonly detail: string;
  /** "24" */
  readonly quantity: string;
  /** "$8.50", up to six places; null for a line without a price each (a setup charge). */
  readonly unitPrice: string | null;
  /** "$204.00"; '' for a part of the bundle above it, whose total has it. */
  readonly total: string;
  /** It hangs on the line above it: a setup, a run, a part of a bundle. */
  readonly isBelow?: boolean;
  /** A heading: its `total` is what the lines after it come to. */
  readonly isSection?: boolean;
};

export type MailTotals = {
  readonly items: string;
  /** Positive and subtracted; null when there is none. */
  readonly discount: string | null;
  /** null while unknown: then 'shipping' is in `open`. Free shipping is "$0.00". */
  readonly shipping: string | null;
  /** null while unknown: then 'tax' is in `open`. */
  readonly tax: string | null;
  readonly total: string;
  /** What `total` leaves out. */
  readonly open: readonly ('shipping' | 'tax')[];
  /** True when the prices hold their tax: it is then named "of which tax". */
  readonly taxIncluded: boolean;
  /** What is asked for first, and what is left; null: no deposit. */
  readonly deposit: { readonly label: string; readonly due: string; readonly balance: string } | null;
  /** "Net 30"; '' for none. */
  readonly paymentTerms: string;
};

/** What the account wrote itself in place of subject and text; undefined: what the mail says as it comes. */
type OwnWording = { readonly wording?: { readonly subject: string; readonly text: string } | undefined };

/** What both mails hold. */
type OrderMailInput = {
  readonly account: MailAccount;
  /** BCP 47, for the `lang` of the mail: "en-US". */
  readonly locale: string;
  readonly customer: { readonly name: string; readonly company: string };
  readonly lines: readonly MailLine[];
  readonly totals: MailTotals;
};

export type EstimateMailInput = OrderMailInput & {
  readonly estimate: {
    readonly number: number;
    readonly revision: number;
    /** As the screens call it: "Estimate 1042", from its second revision on "Estimate 1042 r2". */
    readonly title: string;
    /** A date in words: "23 Dec 2026". */
    readonly validUntil: string;
  };
  /** What the salesperson wrote for this mail; '' for nothing. Line breaks are kept. */
  readonly message: string;
  /** The permanent link of this recipient, http or https. */
  readonly link: string;
  /** Where the document, which is attached, can be fetched too. */
  readonly documentLink: string;
  /** What became different since the revision that was out before it, a sentence each; null: there was none. */
  readonly changes: { readonly title: string; readonly sentences: readonly string[] } | null;
  /** Until when its prices hold, and what then. */
  readonly hold: string;
};

export type OrderReceivedMailInput = OrderMailInput &
  OwnWording & {
    /** "Order 1042" */
    readonly title: string;
    /** A date in words: "23 Nov 2026". */
    readonly receivedOn: string;
    readonly poNumber: string;
    /** Where the goods go, one entry a line; empty when nothing ships. */
    readonly shipTo: readonly string[];
    /** Pending approval: the mail then says that the order waits, not that it is on its way. */
    readonly pending: boolean;
    /** The open estimate that was closed by submitting without its acceptance ("Estimate 1042 r2"); '' for none. */
    readonly supersedes: string;
  };

export type SharedCartMailInput = OrderMailInput &
  OwnWording & {
    /** What the cart is called; '' for none. */
    readonly cart: string;
    /** A date in words: the link works until then. */
    readonly validUntil: string;
    /** What staff wrote for this mail; '' for nothing. Line breaks are kept. */
    readonly message: string;
    readonly link: string;
  };

export type OrderNewsMailInput = OwnWording & {
  readonly news: 'order_approved' | 'order_declined' | 'order_canceled' | 'order_shipped' | 'order_ready' | 'order_picked_up';
  readonly account: MailAccount;
  readonly locale: string;
  readonly customer: { readonly name: string };
  /** "Order 1042" */
  readonly title: string;
  /** What the wording may name besides store, customer and order. */
  readonly values: Readonly<Record<string, string>>;
  /** What staff wrote; '' for nothing. */
  readonly words: string;
  readonly facts: readonly string[];
  readonly pieces: readonly { readonly name: string; readonly detail: string; readonly quantity: string }[];
  /** Where the goods can be followed; null where nobody said. */
  readonly link: { readonly label: string; readonly address: string } | null;
  /** After the pieces: what is still to come; '' for nothing. */
  readonly closing: string;
};

export type DecisionMailInput = Omit<OrderMailInput, 'totals'> & {
  readonly kind: 'accepted' | 'accepted_in_part' | 'declined' | 'changes_requested';
  readonly to: 'customer' | 'staff';
  /** "Estimate 1042 r2" */
  readonly estimate: { readonly title: string };
  /** The name that was typed; '' when none was asked for. */
  readonly by: string;
  /** Who of the staff recorded it; '' when the customer decided on the page. */
  readonly recordedBy: string;
  /** "23 Nov 2026, 10:14 EST" */
  readonly decidedAt: string;
  /** Of a no, in words; '' for none. */
  readonly reason: string;
  readonly poNumber: string;
  /** The sentence that was agreed to; '' where there was none. */
  readonly consent: string;
  /** Of an acceptance, a sentence each: until when it holds, what is short, what today would have been. */
  readonly remarks: readonly string[];
  /** `line` is its name, '' for the whole. */
  readonly comments: readonly { readonly line: string; readonly text: string }[];
  /** What was accepted; null where nothing was. */
  readonly totals: MailTotals | null;
  readonly link: string;
};

export type NoteMailInput = {
  readonly account: MailAccount;
  readonly locale: string;
  readonly subject: string;
  readonly title: string;
  /** In words; '' for none. */
  readonly total: string;
  readonly sentences: readonly string[];
  /** What somebody wrote; '' for nothing. Line breaks are kept. */
  readonly words: string;
  readonly linkLabel: string;
  readonly link: string;
};

export type InvitationMailInput = {
  readonly account: MailAccount;
  readonly locale: string;
  /** Name of who invites; '' when nobody in particular does (the command line). */
  readonly invitedBy: string;
  readonly link: string;
  /** A date in words: "30 Nov 2026". */
  readonly validUntil: string;
};

export type PasswordResetMailInput = {
  readonly account: MailAccount;
  readonly locale: string;
  readonly name: string;
  readonly link: string;
  /** How long the link works. */
  readonly minutes: number;
};

export type SiteAccessMailInput = OwnWording & {
  readonly account: MailAccount;
  readonly locale: string;
  /** `approve`: who registered was let in; the link is to the sign-in and needs no end. */
  readonly purpose: 'register' | 'invite' | 'approve';
  readonly name: string;
  readonly link: string;
  /** A date in words: "30 Nov 2026"; '' where the link has no end. */
  readonly validUntil: string;
};

export type RenderedMail = { readonly subject: string; readonly html: string; readonly text: string };

/** What the built `dist/mail.js` exports as `mailRenderer`. */
export type MailRenderer = {
  readonly renderEstimateMail: (input: EstimateMailInput) => Promise<RenderedMail>;
  readonly renderDecisionMail: (input: DecisionMailInput) => Promise<RenderedMail>;
  readonly renderOrderReceivedMail: (input: OrderReceivedMailInput) => Promise<RenderedMail>;
  readonly renderNoteMail: (input: NoteMailInput) => Promise<RenderedMail>;
  readonly renderSharedCartMail: (input: SharedCartMailInput) => Promise<RenderedMail>;
  readonly renderOrderNewsMail: (input: OrderNewsMailInput) => Promise<RenderedMail>;
  readonly renderInvitationMail: (input: InvitationMailInput) => Promise<RenderedMail>;
  readonly renderPasswordResetMail: (input: PasswordResetMailInput) => Promise<RenderedMail>;
  readonly renderSiteAccessMail: (input: SiteAccessMailInput) => Promise<RenderedMail>;
};
