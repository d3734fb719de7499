import type { ConfigurationOptionJson, Product } from '@backdesk/contract/catalog/schema.ts';
import type { MoneyJson } from '@backdesk/contract/core/primitives.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import styles from './product-page.module.css';
import { t } from './texts.ts';

/** What is asked on a line, in order, and what each answer adds. */
export function ConfigurationList({ options }: { options: Product['configurationOptions'] }) {
  if (options.length === 0) return <p className="muted">{t.noCustomizations()}</p>;
  return (
    <ul className={styles.asked}>
      {options.map((option) => (
        <li key={option.id}>
          <span>
            <bdi className="medium">{option.name}</bdi>
            {option.required && <span className="small soft"> · {t.requiredMark()}</span>}
          </span>
          <Offers option={option} />
        </li>
      ))}
    </ul>
  );
}

function Offers({ option }: { option: ConfigurationOptionJson }) {
  const format = useFormat();
  if (option.kind === 'text') {
    return (
      <span className={styles.offers}>
        {t.textUpTo(format.number(option.maxLength))} <Adds upcharge={option} />
      </span>
    );
  }
  return (
    <span className={styles.offers}>
      {option.values.map((value) => (
        <span key={value.id}>
          <bdi>{value.name}</bdi> <Adds upcharge={value} />
        </span>
      ))}
    </span>
  );
}

function Adds({ upcharge: { perPiece, perLine } }: { upcharge: { readonly perPiece: string; readonly perLine: MoneyJson } }) {
  const format = useFormat();
  const parts = [
    Number(perPiece) === 0 ? '' : t.addsEach(format.unitPrice(perPiece, perLine.currency)),
    perLine.amount === 0 ? '' : t.addsOnce(format.money(perLine)),
  ];
  return <span className={styles.adds}>{parts.filter(Boolean).join(' ')}</span>;
}
