import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { revisionAddress } from './shown-revision.ts';
import { texts } from './texts.ts';

/** What the shop issued before, to be looked up: each opens as it was. */
export function EarlierRevisions({ estimate }: { readonly estimate: EstimatePage }) {
  const format = useFormat();
  if (estimate.earlier.length === 0) return null;
  return (
    <section className="estimate-earlier" aria-label={texts.earlier}>
      <h2 className="estimate-section">{texts.earlier}</h2>
      <ul>
        {estimate.earlier.map(({ revision, status, total, issuedAt }) => (
          <li key={revision}>
            <a href={revisionAddress(revision)}>{texts.title(estimate.number, revision)}</a>
            <span className="soft">
              {texts.statuses[status]} · {format.day(issuedAt)}
            </span>
            <span className="num">{format.money(total)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
