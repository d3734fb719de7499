import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { changesQuery } from '../../lib/revision-queries.ts';
import { t } from './texts.ts';

/** The way to what was issued, with how many changes there are since the one before. */
export function RevisionsLink({ orderId, revision }: { orderId: string; revision: number }) {
  const { data } = useQuery({ ...changesQuery(orderId, revision, revision - 1), enabled: revision > 1 });
  return (
    <Link to="/orders/$orderId/estimates/$revision" params={{ orderId, revision: String(revision) }}>
      {data === undefined || data.count === 0 ? t.revisions() : t.changesSince(data.count, data.since)}
    </Link>
  );
}
