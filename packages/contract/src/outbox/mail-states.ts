/** What has become of a mail; what each means is said at the schema. */
export const mailStates = ['queued', 'kept', 'sent', 'failed', 'canceled', 'bounced'] as const;
