import { consentText } from '@backdesk/domain/estimate/consent-text.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { focusFirstInvalid } from '@backdesk/ui/forms/focus-first-invalid.ts';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useRef, useState } from 'react';
import type { AnswerFormProps } from './estimate-answer.tsx';
import { PoFileField, type SentFile } from './po-file-field.tsx';
import { texts } from './texts.ts';
import { UndeliverableNotice } from './undeliverable-notice.tsx';
import { useAnswer } from './use-answer.ts';
import { api } from './use-estimate.ts';

/** Name, consent and the total once more: what the button binds is what stands above it. */
export function AcceptForm({ estimate, token, choosing, onSent, onBack, onAsk }: AnswerFormProps) {
  const format = useFormat();
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const [poNumber, setPoNumber] = useState(estimate.poNumber);
  const [poFile, setPoFile] = useState<SentFile | null>(null);
  const [isSending, setSending] = useState(false);
  const [agreed, setAgreed] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const { isBusy, failed, undeliverable, send } = useAnswer(onSent);
  const { account, customer, number, revision, sha256 } = estimate;
  const { totals, choices } = choosing;
  const consent = consentText({
    shop: account.name,
    title: texts.title(number, revision),
    customer: customer.company === '' ? customer.name : customer.company,
    open: totals.open,
  });

  function accept() {
    if (isSending) return;
    setChecked(true);
    if (name.trim() === '' || !agreed) {
      focusFirstInvalid(form.current);
      return;
    }
    const body = {
      ...{ sha256, consent, name: name.trim(), title: title.trim(), poNumber: poNumber.trim(), poFileId: poFile?.id ?? null },
      total: totals.total,
      choices: choices.lines.map((choice) => ({ ...choice })),
      leftOut: [...choices.leftOut],
    };
    send((options) => api.acceptEstimate({ params: { token }, body }, options));
  }

  return (
    <form
      ref={form}
      className="estimate-form"
      noValidate
      aria-label={texts.acceptTitle}
      onSubmit={(event) => {
        event.preventDefault();
        accept();
      }}
    >
      <TextInput
        label={texts.yourName}
        autoFocus
        autoComplete="name"
        maxLength={200}
        value={name}
        error={isChecked && name.trim() === '' ? texts.nameNeeded : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={texts.yourTitle}
        mark={texts.optional}
        autoComplete="organization-title"
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        label={texts.poNumber}
        mark={texts.optional}
        autoComplete="off"
        maxLength={100}
        value={poNumber}
        onChange={(event) => setPoNumber(event.currentTarget.value)}
      />
      <PoFileField token={token} file={poFile} onFile={setPoFile} onSending={setSending} />
      <Checkbox
        label={<bdi>{consent}</bdi>}
        error={isChecked && !agreed ? texts.consentNeeded : undefined}
        checked={agreed}
        onChange={(event) => setAgreed(event.currentTarget.checked)}
      />
      {undeliverable.length > 0 && <UndeliverableNotice estimate={estimate} lineIds={undeliverable} isNew onAsk={onAsk} />}
      {failed !== null && (
        <InlineNotice tone="bad" live="alert">
          {failed}
        </InlineNotice>
      )}
      <Button type="submit" variant="primary" size="large" block busy={isBusy || isSending}>
        {texts.acceptFor(format.money(totals.total))}
      </Button>
      <Button block onClick={onBack}>
        {texts.back}
      </Button>
      <p className="small soft">{texts.whatIsKept}</p>
    </form>
  );
}
