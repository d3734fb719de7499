import { ApiProblem } from '@backdesk/contract/client.ts';
import type { Company } from '@backdesk/contract/company/schema.ts';
import { useState } from 'react';
import type { FieldConflict } from '../../components/conflict-says.tsx';
import { api } from '../../lib/api.ts';

type Texts = Readonly<Record<string, string>>;

/**
 * What is typed about a company that someone else may change meanwhile. Only what differs from `base` is meant to be sent; a conflict
 * shows theirs, takes over everything else of theirs, and keeps what was typed. `draftOf`: the form of a company, new when null.
 */
export function useCompanyDraft<Draft extends Texts>(company: Company | null, draftOf: (company: Company | null) => Draft) {
  const [base, setBase] = useState(company);
  const [draft, setDraft] = useState(() => draftOf(company));
  const [conflicts, setConflicts] = useState<readonly FieldConflict[]>([]);
  const opened = draftOf(base);

  /** After a refused save: what a conflict tells. */
  async function learn(error: unknown): Promise<void> {
    if (base === null || !(error instanceof ApiProblem) || error.problem.code !== 'conflict') return;
    const now = await api.getCompany({ params: { id: base.id } });
    const theirs = draftOf(now);
    setDraft((typed) => Object.fromEntries(Object.keys(theirs).map((name) => [name, typed[name] === opened[name] ? theirs[name] : typed[name]])) as Draft);
    setBase(now);
    setConflicts(error.problem.conflicts ?? []);
  }

  function take(conflict: FieldConflict, name: keyof Draft) {
    setDraft((typed) => ({ ...typed, [name]: opened[name] }));
    setConflicts((all) => all.filter((other) => other !== conflict));
  }

  return {
    base,
    draft,
    conflicts,
    learn,
    take,
    set: (part: Partial<Draft>) => setDraft((typed) => ({ ...typed, ...part })),
    isTyped: (name: keyof Draft) => draft[name] !== opened[name],
  };
}
