import { Button } from '@backdesk/ui/actions/button.tsx';
import { TextArea } from '@backdesk/ui/forms/text-area.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import type { ReactNode } from 'react';
import { MailPreview } from '../mail/mail-preview.tsx';
import { t } from './texts.ts';
import type { EstimateMail } from './use-estimate-mail.ts';

type EstimateMailFieldsProps = {
  mail: EstimateMail;
  /** While it is sent nothing is held against what was typed. */
  isBusy: boolean;
  /** Under the address: what comes of it as it is. */
  help?: ReactNode;
};

/** Whom an estimate goes to, who reads along, and what is written. */
export function EstimateMailFields({ mail, isBusy, help }: EstimateMailFieldsProps) {
  const { isWrong, to } = mail.recipients;
  return (
    <>
      <TextInput
        label={t.email()}
        type="email"
        multiple
        autoFocus
        autoComplete="off"
        value={mail.email}
        onChange={(event) => mail.setEmail(event.currentTarget.value)}
        error={isWrong && !isBusy ? t.emailWrong() : undefined}
        help={isWrong ? undefined : help}
      />
      {to.length > 0 && (
        <TextInput
          label={t.copies()}
          mark={t.optional()}
          type="email"
          multiple
          autoComplete="off"
          value={mail.copies}
          onChange={(event) => mail.setCopies(event.currentTarget.value)}
        />
      )}
      <TextArea
        label={t.message()}
        mark={t.optional()}
        rows={3}
        maxLength={5000}
        value={mail.message}
        onChange={(event) => mail.setMessage(event.currentTarget.value)}
      />
    </>
  );
}

/** To the mail as it would arrive, and back. Without anybody to send it to there is none. */
export function MailPreviewButton({ mail, disabled }: { mail: EstimateMail; disabled: boolean }) {
  const { shown, recipients } = mail;
  if (shown.preview !== null) {
    return (
      <Button icon="chevron-left" onClick={shown.leave}>
        {t.back()}
      </Button>
    );
  }
  if (recipients.to.length === 0 || recipients.isWrong) return null;
  return (
    <Button busy={shown.isLoading} disabled={disabled} onClick={shown.show}>
      {t.preview()}
    </Button>
  );
}

/** The mail as it would arrive, in place of what is typed; `children` else. */
export function MailOrFields({ mail, children }: { mail: EstimateMail; children: ReactNode }) {
  const { shown, recipients } = mail;
  if (shown.preview === null) return children;
  return <MailPreview preview={shown.preview} to={recipients.to.join(', ')} cc={recipients.cc.join(', ')} />;
}
