import type { ConfigurationOptionJson } from '@backdesk/contract/catalog/configuration.ts';
import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { fileKinds } from '@backdesk/domain/file/kinds.ts';
import { fileSize } from '@backdesk/ordering/files/file-size.ts';
import { useUpchargeText } from '@backdesk/ordering/product/upcharge-text.ts';
import { type Format, useFormat } from '@backdesk/ui/format/use-format.tsx';
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
            {option.onlyWhen !== null && <span className="small soft"> · {conditionText(option.onlyWhen, options)}</span>}
          </span>
          <Offers option={option} />
        </li>
      ))}
    </ul>
  );
}

function conditionText({ optionId, value }: NonNullable<ConfigurationOptionJson['onlyWhen']>, options: readonly ConfigurationOptionJson[]): string {
  const option = options.find(({ id }) => id === optionId);
  if (option?.kind !== 'choice') return t.askedOnlyTicked(option?.name ?? '');
  return t.askedOnlyWhen(option.name, option.values.find(({ id }) => id === value)?.name ?? '');
}

function Offers({ option }: { option: ConfigurationOptionJson }) {
  const format = useFormat();
  const upcharge = useUpchargeText();
  if (option.kind !== 'choice') {
    return (
      <span className={styles.offers}>
        {takes(option, format)} <span className={styles.adds}>{upcharge(option)}</span>
      </span>
    );
  }
  return (
    <span className={styles.offers}>
      {option.values.map((value) => (
        <span key={value.id}>
          <bdi>{value.name}</bdi> <span className={styles.adds}>{upcharge(value)}</span>
        </span>
      ))}
    </span>
  );
}

function takes(option: Exclude<ConfigurationOptionJson, { kind: 'choice' }>, { number }: Format): string {
  switch (option.kind) {
    case 'text':
      return t.textUpTo(number(option.maxLength));
    case 'file':
      return t.fileUpTo(option.kinds.map((kind) => fileKinds[kind].label).join(', '), fileSize(option.largestBytes, number));
    case 'number':
      return t.numberRange(
        [option.minimum, option.maximum]
          .map((bound) => (bound === null ? '' : number(bound)))
          .join(' – ')
          .replace(/^ – $/, ''),
      );
    default:
      return t.kindOf(option.kind);
  }
}
