import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { isSoldByUnit } from '@backdesk/domain/catalog/selling-unit.ts';
import { shownFigures } from '@backdesk/domain/order/bundle-totals.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { type ReactNode, useState } from 'react';
import { AnswerFile } from './answer-file.tsx';
import { useLineAvailability } from './line-availability.tsx';
import { texts } from './texts.ts';

type Line = EstimatePage['lines'][number];

/** The line's picture; a quiet box while there is none, or when the one there was can no longer be had. */
export function Picture({ url, small = false }: { readonly url: string | null; readonly small?: boolean }) {
  const [failed, setFailed] = useState(false);
  return (
    <span className={cx('estimate-picture', small && 'estimate-picture--small')} aria-hidden="true">
      {url === null || failed ? <Icon name="box" /> : <img src={url} alt="" loading="lazy" referrerPolicy="no-referrer" onError={() => setFailed(true)} />}
    </span>
  );
}

type EstimateLineProps = {
  readonly line: Line;
  readonly currency: string;
  readonly isLeftOut?: boolean;
  /** Of a bundle: what it comes to is in the amount of the bundle above it. */
  readonly isPart?: boolean;
  /** What may be chosen about it, below. */
  readonly children?: ReactNode;
};

export function EstimateLine({ line, currency, isLeftOut = false, isPart = false, children }: EstimateLineProps) {
  const format = useFormat();
  const options = line.options.map((option) => option.value).join(' · ');
  const quantity = format.number(line.quantity);
  const { unitPrice, total } = shownFigures(line);
  const child = line.parentLineId !== null;
  // A setup is one by nature: neither how many nor how much each says anything.
  const once = line.kind === 'charge' && line.quantity === 1;
  const short = useLineAvailability()(line.id);
  // Brackets read as less; it would come on top.
  const isExtra = line.optional && !line.chosen;
  return (
    <li className={cx('estimate-line', child && 'estimate-line--child', isPart && 'estimate-line--part', isLeftOut && 'estimate-line--out')}>
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
          {!once && (isSoldByUnit(line.options) ? texts.units(quantity) : texts.pieces(quantity, line.quantity))}
          {line.sku !== '' && (
            <>
              {once ? '' : ' · '}
              <bdi>{line.sku}</bdi>
            </>
          )}
        </p>
        {line.answers.map((answer) => (
          <p key={answer.name} className="small soft">
            {answer.file === undefined ? (
              <bdi>
                {answer.name}: {answer.value}
              </bdi>
            ) : (
              <>
                <bdi>{answer.name}:</bdi> <AnswerFile file={answer.file} />
              </>
            )}
          </p>
        ))}
        {short !== undefined && <p className="small late">{short}</p>}
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
        {!isPart && (isExtra ? <span className="soft">{texts.notInTotal(format.money(total))}</span> : <span className="medium">{format.money(total)}</span>)}
        {unitPrice !== null && (!once || line.discountAmount.amount !== 0) && !(isPart && total.amount === 0) && (
          <span className="estimate-each small soft">
            {texts.each(quantity, format.unitPrice(unitPrice, currency))}
            {line.onceAmount.amount !== 0 && <>, {texts.plusOnce(format.money(line.onceAmount))}</>}
            {line.discountAmount.amount !== 0 && <>, {texts.lessDiscount(format.money(line.discountAmount))}</>}
          </span>
        )}
      </p>
      {children !== undefined && <div className="estimate-chooses">{children}</div>}
    </li>
  );
}
