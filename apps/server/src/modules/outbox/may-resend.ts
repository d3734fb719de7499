const withOneTimeLink: readonly string[] = ['staff_invitation', 'password_reset', 'site_registration', 'site_invitation', 'site_password_reset'];

/**
 * Whether a mail can go out again word for word. One with a link that works once cannot: when it was sent the link left our
 * copy, and in one that failed it may have been replaced or be too old. Inviting, or asking for a password, again makes a new one.
 * One that would bring the revoked link of an estimate cannot either: sending the estimate again makes another.
 */
export function mayResend(mail: { readonly template: string; readonly state: string; readonly is_link_revoked: boolean }): boolean {
  if (mail.state === 'canceled' || mail.is_link_revoked) return false;
  return mail.state === 'queued' || !withOneTimeLink.includes(mail.template);
}
