import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { partLineIds } from '@backdesk/domain/order/bundle-totals.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { EstimateLine } from './estimate-line.tsx';
import { texts } from './texts.ts';
import type { Choosing } from './use-choices.ts';

type Line = EstimatePage['lines'][number];
type LinesProps = {
  readonly lines: readonly Line[];
  readonly currency: string;
  /** While something is to be decided: what may be chosen stands apart, and lines may be left out where the account allows it. */
  readonly choosing: Choosing | null;
  readonly mayLeaveOut: boolean;
};

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

/** The lines, those in the total first; once nothing can be chosen any more, optional ones apart and in brackets. */
export function EstimateLines({ lines, currency, choosing, mayLeaveOut }: LinesProps) {
  const isOffered = new Set(choosing === null ? [] : lines.filter((line) => line.optional || line.quantityBounds !== null).map(({ id }) => id));
  const fixed = lines.filter((line) => !isOffered.has(line.parentLineId ?? line.id));
  const counted = fixed.filter((line) => !line.optional || line.chosen);
  const optional = fixed.filter((line) => line.optional && !line.chosen);
  const parts = partLineIds(lines);
  return (
    <>
      {counted.length > 0 && <h2 className="estimate-section">{texts.lines}</h2>}
      {mayLeaveOut && <p className="estimate-hint soft">{texts.inPart}</p>}
      <ul>
        {counted.map((line) =>
          line.kind === 'section' ? (
            // What is chosen moves what they come to: then only the total says it.
            <EstimateSection key={line.id} line={choosing === null ? line : { ...line, subtotal: null }} />
          ) : (
            <EstimateLine
              key={line.id}
              line={line}
              currency={currency}
              isPart={parts.has(line.id)}
              isLeftOut={choosing?.leftOut.has(line.parentLineId ?? line.id) === true}
            >
              {mayLeaveOut && choosing !== null && line.parentLineId === null && line.kind !== 'credit' ? (
                <TakeLine line={line} choosing={choosing} />
              ) : undefined}
            </EstimateLine>
          ),
        )}
      </ul>
      {optional.length > 0 && (
        <>
          <h2 className="estimate-section">{texts.optionalLines}</h2>
          <ul>
            {optional.map((line) => (
              <EstimateLine key={line.id} line={line} currency={currency} isPart={parts.has(line.id)} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function TakeLine({ line, choosing }: { readonly line: Line; readonly choosing: Choosing }) {
  const taken = !choosing.leftOut.has(line.id);
  return (
    <label className="estimate-take">
      <input
        type="checkbox"
        aria-label={`${texts.take} ${[line.name, ...line.options.map(({ value }) => value)].join(' · ')}`}
        checked={taken}
        onChange={(event) => choosing.setTaken(line.id, event.currentTarget.checked)}
      />
      {texts.take}
      {!taken && <span className="small soft">{texts.leftOut}</span>}
    </label>
  );
}
