import { Fragment } from 'react';

/** An e-mail address that goes onto a new line behind its @ and its dots, where its room is narrow, not at any letter. */
export function EmailText({ email }: { email: string }) {
  return (
    <bdi>
      {email.split(/(?<=[@.])/u).map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts are told apart by their place alone
        <Fragment key={at}>
          {at > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </bdi>
  );
}
