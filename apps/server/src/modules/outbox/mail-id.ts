/** The id of ours in a Message-ID: what stands before the @. Undefined: it is none of ours. */
export function mailIdIn(messageId: string): string | undefined {
  return /^<?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:@[^>]*)?>?$/i.exec(messageId.trim())?.[1]?.toLowerCase();
}
