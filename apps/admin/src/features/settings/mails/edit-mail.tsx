import type { MailTemplateJson } from '@backdesk/contract/mail-template/routes.ts';
import { MailPreview } from '@backdesk/ordering/mail/mail-preview.tsx';
import { useMailPreview } from '@backdesk/ordering/mail/use-mail-preview.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { TextArea } from '@backdesk/ui/forms/text-area.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../../lib/api.ts';
import { fieldErrorsOf, sentenceOf } from '../../../lib/problem.ts';
import { SettingsPanel } from '../settings-panel.tsx';
import styles from './edit-mail.module.css';
import { t } from './texts.ts';

/** Subject and text of a mail, what may be filled in, and the very mail with made-up figures. */
export function EditMail({ template, onClose }: { template: MailTemplateJson; onClose: () => void }) {
  const { name, placeholders, standard } = template;
  const queryClient = useQueryClient();
  const toast = useToast();
  const [subject, setSubject] = useState(template.subject);
  const [text, setText] = useState(template.text);
  const area = useRef<HTMLTextAreaElement>(null);
  const save = useMutation({
    mutationFn: () => api.setMailTemplate({ body: { name, subject, text } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['mail-templates'] });
      toast.show({ message: t.saved(t.name(name)) });
      onClose();
    },
  });
  const preview = useMailPreview(
    () => api.previewMailTemplate({ body: { name, subject, text } }),
    (error) => Object.values(fieldErrorsOf(error))[0] ?? sentenceOf(error),
  );
  const errors = fieldErrorsOf(save.error);

  function insert(placeholder: string) {
    const field = area.current;
    const [from, to] = [field?.selectionStart ?? text.length, field?.selectionEnd ?? text.length];
    setText(`${text.slice(0, from)}{${placeholder}}${text.slice(to)}`);
    field?.focus();
  }
  const isStandard = subject === standard.subject && text === standard.text;
  return (
    <SettingsPanel
      title={t.name(name)}
      save={save}
      onClose={onClose}
      extra={
        <Button busy={preview.isLoading} onClick={preview.preview === null ? preview.show : preview.leave}>
          {preview.preview === null ? t.preview() : t.back()}
        </Button>
      }
    >
      {preview.preview !== null ? (
        <MailPreview preview={preview.preview} to={t.someone()} />
      ) : (
        <>
          <TextInput label={t.subject()} value={subject} maxLength={200} error={errors.subject} onChange={(event) => setSubject(event.currentTarget.value)} />
          <TextArea
            ref={area}
            label={t.text()}
            help={t.textHelp()}
            rows={10}
            value={text}
            maxLength={4000}
            error={errors.text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <div>
            <h3 className="small">{t.fill()}</h3>
            <ul className={styles.fill}>
              {placeholders.map((placeholder) => (
                <li key={placeholder}>
                  <Button size="small" aria-label={t.insert(placeholder)} onClick={() => insert(placeholder)}>
                    {`{${placeholder}}`}
                  </Button>
                  <span className="small muted">{t.meaning(placeholder)}</span>
                </li>
              ))}
            </ul>
          </div>
          {!isStandard && (
            <div>
              <Button
                variant="link"
                onClick={() => {
                  setSubject(standard.subject);
                  setText(standard.text);
                }}
              >
                {t.reset()}
              </Button>
            </div>
          )}
          {preview.failed !== null && (
            <InlineNotice tone="bad" live="alert">
              {preview.failed}
            </InlineNotice>
          )}
        </>
      )}
    </SettingsPanel>
  );
}
