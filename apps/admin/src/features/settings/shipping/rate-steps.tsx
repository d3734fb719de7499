import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { MoneyInput } from '@backdesk/ui/forms/money-input.tsx';
import { WeightField } from '@backdesk/ui/forms/weight-field.tsx';
import type { ReactNode } from 'react';
import styles from '../settings-layout.module.css';
import { t } from '../texts.ts';
import type { ItemsStep, WeightStep } from './zone-draft.ts';

export const moneyProblems = { not_a_number: t.notANumber(), too_many_decimals: t.tooManyDecimals() };

/** The ladder of a rate by weight. */
export function WeightSteps({ steps, onChange }: { steps: readonly WeightStep[]; onChange: (steps: readonly WeightStep[]) => void }) {
  const last = steps.at(-2)?.upToGrams ?? 0;
  return (
    <Ladder
      steps={steps}
      onChange={onChange}
      added={{ upToGrams: last + 1000, price: null }}
      end={(step, set) => (
        <WeightField
          label={t.upTo()}
          grams={step.upToGrams}
          placeholder={t.anyWeight()}
          onChange={(upToGrams) => set({ upToGrams })}
          unreadable={t.noWeight()}
        />
      )}
    />
  );
}

/** The ladder of a rate by items total. */
export function ItemsSteps({ steps, onChange }: { steps: readonly ItemsStep[]; onChange: (steps: readonly ItemsStep[]) => void }) {
  const { currency } = useFormat();
  return (
    <Ladder
      steps={steps}
      onChange={onChange}
      added={{ upTo: null, price: null }}
      end={(step, set) => (
        <MoneyInput label={t.upToItems()} currency={currency} problems={moneyProblems} value={step.upTo} onChange={(upTo) => set({ upTo })} />
      )}
    />
  );
}

type LadderProps<Step> = {
  steps: readonly Step[];
  onChange: (steps: readonly Step[]) => void;
  added: Step;
  end: (step: Step, set: (change: Partial<Step>) => void) => ReactNode;
};

/** Steps from the lowest up; a new one goes before the last, which is usually the open one. */
function Ladder<Step extends { readonly price: string | null }>({ steps, onChange, added, end }: LadderProps<Step>) {
  const { currency } = useFormat();
  const set = (at: number, change: Partial<Step>) => onChange(steps.map((step, index) => (index === at ? { ...step, ...change } : step)));
  return (
    <>
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the ladder
        <div key={at} className={styles.step}>
          {end(step, (change) => set(at, change))}
          <MoneyInput
            label={t.amount()}
            currency={currency}
            problems={moneyProblems}
            value={step.price}
            onChange={(price) => onChange(steps.map((other, index) => (index === at ? { ...other, price } : other)))}
          />
          <Button variant="quiet" icon="close" disabled={steps.length === 1} onClick={() => onChange(steps.filter((_, index) => index !== at))}>
            <span className="vh">{t.removeStep()}</span>
          </Button>
        </div>
      ))}
      <div>
        <Button variant="quiet" size="small" icon="plus" onClick={() => onChange([...steps.slice(0, -1), added, ...steps.slice(-1)])}>
          {t.addStep()}
        </Button>
      </div>
    </>
  );
}
