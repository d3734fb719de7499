import { Select } from '@backdesk/ui/forms/select.tsx';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { categoriesQuery } from '../../../lib/categories-query.ts';
import { t } from '../texts.ts';

/** Shows only what is in one category and those below it; the address keeps it. Nothing while there are no categories. */
export function CategoryFilter({ chosen }: { chosen: string | undefined }) {
  const navigate = useNavigate();
  const all = useQuery(categoriesQuery()).data?.items ?? [];
  if (all.length === 0) return null;
  return (
    <Select
      label={t.inCategory()}
      hideLabel
      placeholder={t.anyCategory()}
      options={all.map(({ id, name, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${name}` }))}
      value={chosen ?? ''}
      onChange={({ currentTarget: { value } }) =>
        void navigate({ to: '.', search: (now: object) => ({ ...now, category: value || undefined, cursor: undefined }) as never })
      }
    />
  );
}
