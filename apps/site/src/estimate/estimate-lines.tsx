import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { useState } from 'react';
import { texts } from './texts.ts';

type Line = EstimatePage['lines'][number];

/** The line's picture; a quiet box while there is none, or when the one there was can no longer be had. */
function Picture({ url }: { readonly url: string | null }) {
  const [failed, setFailed] = useState(false);
  return (
    <span className="estimate-picture" aria-hidden="true">
      {url === null || failed ? <Icon name="box" /> : <img src={url} alt="" loading="lazy" referrerPolicy="no-referrer" onError={() => setFailed(true)} />}
    </span>
  );
}

function EstimateLine({ line, currency }: { readonly line: Line; readonly currency: string }) {
  const format = useFormat();
  const options = line.options.map((option) => option.value).join(' · ');
  const quantity = format.number(line.quantity);
  const child = line.parentLineId !== null;
  // A setup is one by nature: neither how many nor how much each says anything.
  const once = line.kind === 'charge' && line.quantity === 1;
  return (
    <li className={child ? 'estimate-line estimate-line--child' : 'estimate-line'}>
      {!child && <Picture url={line.imageUrl} />}
      <div>
        <p className="medium">
          <bdi>{line.name}</bdi>
          {options !== '' && (
            <>
              {' '}
              · <bdi>{options}</bdi>
            </>
          )}
        </p>
        <p className="small soft">
          {!once && texts.pieces(quantity, line.quantity)}
          {line.sku !== '' && (
            <>
              {once ? '' : ' · '}
              <bdi>{line.sku}</bdi>
            </>
          )}
        </p>
        {line.answers.map((answer) => (
          <p key={answer.name} className="small soft">
            <bdi>
              {answer.name}: {answer.value}
            </bdi>
          </p>
        ))}
        {line.choiceGroup !== null && (
          <p className="small soft">
            <bdi>{texts.oneOf(line.choiceGroup)}</bdi>
          </p>
        )}
        {line.note !== '' && (
          <p className="small soft" dir="auto">
            {line.note}
          </p>
        )}
      </div>
      <p className="num">
        <span className="medium">{line.optional && !line.chosen ? `(${format.money(line.total)})` : format.money(line.total)}</span>
        {line.unitPrice !== null && (!once || line.discountAmount.amount !== 0) && (
          <span className="estimate-each small soft">
            {texts.each(quantity, format.unitPrice(line.unitPrice, currency))}
            {line.onceAmount.amount !== 0 && <>, {texts.plusOnce(format.money(line.onceAmount))}</>}
            {line.discountAmount.amount !== 0 && <>, {texts.lessDiscount(format.money(line.discountAmount))}</>}
          </span>
        )}
      </p>
    </li>
  );
}

/** A heading between the lines, with what those under it come to. */
function EstimateSection({ line }: { readonly line: Line }) {
  const format = useFormat();
  return (
    <li className="estimate-heading">
      <h3>
        <bdi>{line.name}</bdi>
      </h3>
      {line.subtotal !== null && <span className="num soft">{texts.subtotal(format.money(line.subtotal))}</span>}
    </li>
  );
}

/** The lines, those in the total first, optional ones apart and in brackets. */
export function EstimateLines({ lines, currency }: { readonly lines: readonly Line[]; readonly currency: string }) {
  const counted = lines.filter((line) => !line.optional || line.chosen);
  const optional = lines.filter((line) => line.optional && !line.chosen);
  return (
    <>
      <h2 className="estimate-section">{texts.lines}</h2>
      <ul>
        {counted.map((line) =>
          line.kind === 'section' ? <EstimateSection key={line.id} line={line} /> : <EstimateLine key={line.id} line={line} currency={currency} />,
        )}
      </ul>
      {optional.length > 0 && (
        <>
          <h2 className="estimate-section">{texts.optionalLines}</h2>
          <ul>
            {optional.map((line) => (
              <EstimateLine key={line.id} line={line} currency={currency} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
