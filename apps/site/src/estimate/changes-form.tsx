import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextArea } from '@backdesk/ui/forms/text-area.tsx';
import { useState } from 'react';
import type { AnswerFormProps } from './estimate-answer.tsx';
import { texts } from './texts.ts';
import type { AskedOf } from './undeliverable-notice.tsx';
import { useAnswer } from './use-answer.ts';
import { api } from './use-estimate.ts';

type Comment = { readonly key: string; readonly lineId: string; readonly text: string };
const blank = (): Comment => ({ key: crypto.randomUUID(), lineId: '', text: '' });
const begun = (start: AskedOf): readonly Comment[] => (start.length === 0 ? [blank()] : start.map((comment) => ({ ...blank(), ...comment })));

/** Comments on lines or the whole, sent together. */
export function ChangesForm({ estimate, token, start, onSent, onBack }: AnswerFormProps & { readonly start: AskedOf }) {
  const [comments, setComments] = useState(() => begun(start));
  const [isChecked, setChecked] = useState(false);
  const { isBusy, failed, send } = useAnswer(onSent);
  const about = [
    { value: '', label: texts.theWhole },
    ...estimate.lines.map(({ id, name, options }) => ({ value: id, label: [name, ...options.map(({ value }) => value)].join(' · ') })),
  ];
  const change = (key: string, part: Partial<Comment>) => setComments(comments.map((comment) => (comment.key === key ? { ...comment, ...part } : comment)));

  function request() {
    setChecked(true);
    const given = comments.filter(({ text }) => text.trim() !== '');
    if (given.length === 0) return;
    const body = { sha256: estimate.sha256, comments: given.map(({ lineId, text }) => ({ lineId: lineId === '' ? null : lineId, text: text.trim() })) };
    send((options) => api.requestEstimateChanges({ params: { token }, body }, options));
  }

  return (
    <form
      className="estimate-form"
      noValidate
      aria-label={texts.changesTitle}
      onSubmit={(event) => {
        event.preventDefault();
        request();
      }}
    >
      {start.length === 0 && <p className="small soft">{texts.changesBody}</p>}
      {comments.map(({ key, lineId, text }, index) => (
        <div key={key} className="estimate-comment">
          <Select label={texts.about} options={about} value={lineId} onChange={(event) => change(key, { lineId: event.currentTarget.value })} />
          <TextArea
            label={texts.whatToChange}
            autoFocus={index === comments.length - 1}
            maxLength={2000}
            value={text}
            error={isChecked && comments.every((comment) => comment.text.trim() === '') ? texts.commentNeeded : undefined}
            onChange={(event) => change(key, { text: event.currentTarget.value })}
          />
          {comments.length > 1 && (
            <Button variant="quiet" size="small" onClick={() => setComments(comments.filter((comment) => comment.key !== key))}>
              {texts.remove}
            </Button>
          )}
        </div>
      ))}
      {comments.length < 100 && (
        <Button variant="link" icon="plus" onClick={() => setComments([...comments, blank()])}>
          {texts.another}
        </Button>
      )}
      {failed !== null && (
        <InlineNotice tone="bad" live="alert">
          {failed}
        </InlineNotice>
      )}
      <Button type="submit" variant="primary" size="large" block busy={isBusy}>
        {texts.sendChanges}
      </Button>
      <Button block onClick={onBack}>
        {texts.back}
      </Button>
    </form>
  );
}
