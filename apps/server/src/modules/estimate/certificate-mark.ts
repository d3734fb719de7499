// What a certificate is recognized by when its bytes are no longer the ones that were kept: a word in the PDF's own description.

export const certificateMark = (decisionId: string) => `backdesk-acceptance:${decisionId}`;

const pattern = /backdesk-acceptance:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/;

/** The acceptance that a file says it is the certificate of; undefined: it says nothing of the kind. */
export function decisionMarkedIn(bytes: Buffer): string | undefined {
  return pattern.exec(bytes.toString('latin1'))?.[1];
}
