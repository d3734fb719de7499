import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { templatesQuery } from '../../lib/templates-query.ts';
import styles from './new-draft-page.module.css';
import { t } from './texts.ts';

/** What the draft begins with: nothing, or one of the templates. Without templates it is not asked. */
export function TemplateChoice({ value, onChange }: { value: string; onChange: (templateId: string) => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const [asked, setAsked] = useState<string | null>(null);
  const { data } = useQuery(templatesQuery());
  const remove = useMutation({
    mutationFn: (id: string) => api.deleteTemplate({ params: { id } }),
    onSuccess: () => onChange(''),
    onError: (error) => toast.show({ message: sentenceOf(error), tone: 'bad' }),
    onSettled: () => queryClient.invalidateQueries(templatesQuery()),
  });
  const items = data?.items ?? [];
  const chosen = items.find(({ id }) => id === value);
  if (items.length === 0) return null;
  return (
    <div className={styles.template}>
      <Select
        label={t.startFrom()}
        options={[{ value: '', label: t.startEmpty() }, ...items.map(({ id, name, lineCount }) => ({ value: id, label: t.template(name, lineCount) }))]}
        value={value}
        help={chosen && t.templateHolds(chosen.setByHand, chosen.validDays)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {chosen && asked !== value && (
        <Button variant="link" size="small" onClick={() => setAsked(value)}>
          {t.deleteTemplate()}
        </Button>
      )}
      {chosen && asked === value && (
        <InlineNotice
          tone="warn"
          live="alert"
          actions={
            <>
              <Button size="small" onClick={() => setAsked(null)}>
                {t.keepTemplate()}
              </Button>
              <Button size="small" danger busy={remove.isPending} onClick={() => remove.mutate(value)}>
                {t.reallyDelete()}
              </Button>
            </>
          }
        >
          {t.askDelete(chosen.name)}
        </InlineNotice>
      )}
    </div>
  );
}
