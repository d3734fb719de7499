import { ApiProblem } from '@backdesk/contract/client.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { focusFirstInvalid } from '@backdesk/ui/forms/focus-first-invalid.ts';
import { SidePanel } from '@backdesk/ui/overlays/side-panel.tsx';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useId, useRef } from 'react';
import { SaveFailed } from '../../components/save-failed.tsx';
import styles from './companies.module.css';
import { t } from './texts.ts';

type Props = {
  title: string;
  error: unknown;
  isPending: boolean;
  /** Answers whether it is sent; else the first field that is wrong gets the focus. */
  onSubmit: () => boolean;
  onClose: () => void;
  /** Fields that someone else changed meanwhile, said above. */
  conflicts?: ReactNode;
  children: ReactNode;
};

/** A form about a company at the right. What was typed stays when it is refused. */
export function FormPanel({ title, error, isPending, onSubmit, onClose, conflicts, children }: Props) {
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isPending && !onSubmit()) focusFirstInvalid(form.current);
  }
  return (
    <SidePanel
      title={title}
      closeLabel={t.close()}
      onClose={onClose}
      foot={
        <div className={styles.foot}>
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button variant="primary" type="submit" form={formId} busy={isPending}>
            {t.save()}
          </Button>
        </div>
      }
    >
      <form ref={form} id={formId} className="stack" noValidate onSubmit={submit}>
        {conflicts}
        {error !== null && !isConflict(error) && (isTaken(error) ? <Taken error={error} /> : <SaveFailed error={error} />)}
        {children}
      </form>
    </SidePanel>
  );
}

const isConflict = (error: unknown) => error instanceof ApiProblem && error.problem.code === 'conflict';

function isTaken(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && (error.problem.code === 'company.name_taken' || error.problem.code === 'company.number_taken');
}

/** Whose name or number it is, and the way there. */
function Taken({ error }: { error: ApiProblem }) {
  const { code, detail } = error.problem;
  const name = String(detail?.name ?? t.taken());
  const companyId = detail?.companyId;
  return (
    <InlineNotice tone="bad" live="alert">
      {code === 'company.name_taken' ? t.nameTaken(name) : t.numberTaken(name)}{' '}
      {typeof companyId === 'string' && (
        <Link to="/customers/companies/$companyId" params={{ companyId }}>
          {t.open()}
        </Link>
      )}
    </InlineNotice>
  );
}
