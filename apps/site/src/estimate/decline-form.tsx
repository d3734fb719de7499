import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { RadioCards } from '@backdesk/ui/forms/radio-cards.tsx';
import { TextArea } from '@backdesk/ui/forms/text-area.tsx';
import { useState } from 'react';
import type { AnswerFormProps } from './estimate-answer.tsx';
import { texts } from './texts.ts';
import { useAnswer } from './use-answer.ts';
import { api } from './use-estimate.ts';

type Reason = keyof typeof texts.reasons;
const reasons = Object.entries(texts.reasons).map(([value, title]) => ({ value, title }));

export function DeclineForm({ estimate, token, onSent, onBack }: AnswerFormProps) {
  const [reason, setReason] = useState<Reason>('other');
  const [text, setText] = useState('');
  const { isBusy, failed, send } = useAnswer(onSent);
  return (
    <form
      className="estimate-form"
      aria-label={texts.declineTitle}
      onSubmit={(event) => {
        event.preventDefault();
        send((options) => api.declineEstimate({ params: { token }, body: { sha256: estimate.sha256, reason, text: text.trim() } }, options));
      }}
    >
      <RadioCards legend={texts.whyNot} cards={reasons} value={reason} onChange={(value) => setReason(value as Reason)} />
      <TextArea label={texts.inYourWords} mark={texts.optional} maxLength={2000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      {failed !== null && (
        <InlineNotice tone="bad" live="alert">
          {failed}
        </InlineNotice>
      )}
      <Button type="submit" danger block size="large" busy={isBusy}>
        {texts.sendDecline}
      </Button>
      <Button block onClick={onBack}>
        {texts.back}
      </Button>
    </form>
  );
}
