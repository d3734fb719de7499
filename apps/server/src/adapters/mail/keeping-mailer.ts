import type { Mailer } from './port.ts';

/** Without a mail server: every mail stays where it was written, readable under Settings › Outbox. */
export const keepingMailer: Mailer = { deliver: async () => ({ state: 'kept', complaint: '', handedOver: null }), close: () => undefined };
