import type { SellingUnitJson } from '@backdesk/contract/catalog/selling-unit.ts';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import styles from './product-page.module.css';
import { t } from './texts.ts';
import { unitsQuery } from './units-query.ts';

/** A unit as it is typed; a name of nothing is the piece. */
export type UnitDraft = { readonly name: string; readonly pieces: number | null };

export const unitDraft = (unit: SellingUnitJson | null): UnitDraft => unit ?? { name: '', pieces: 1 };

/** As the API takes it. */
export function unitRequest({ name, pieces }: UnitDraft): SellingUnitJson | null {
  return name.trim() === '' ? null : { name: name.trim(), pieces: pieces ?? 1 };
}

type UnitFieldsProps = {
  unit: UnitDraft;
  onChange: (unit: UnitDraft) => void;
  errors: Readonly<Record<string, string | undefined>>;
  /** Of the unit in the request. */
  path: string;
};

/** In which unit it is sold, and how many pieces are in one. Those of the account are offered, each with its pieces; any other can be typed. */
export function UnitFields({ unit, onChange, errors, path }: UnitFieldsProps) {
  const list = useId();
  const [isAsked, setAsked] = useState(false);
  const offered = useQuery({ ...unitsQuery(), enabled: isAsked }).data?.items ?? [];
  const known = (name: string) => offered.find((other) => other.name === name.trim());
  const names = new Set(offered.map(({ name }) => name));

  function rename(name: string) {
    // Pieces that nobody typed follow the unit.
    const isOwn = unit.pieces !== null && unit.pieces !== 1 && unit.pieces !== known(unit.name)?.pieces;
    onChange({ name, pieces: isOwn ? unit.pieces : (known(name)?.pieces ?? 1) });
  }

  return (
    <div className={styles.two}>
      <TextInput
        label={t.unitField()}
        placeholder={t.unitPiece()}
        value={unit.name}
        list={list}
        maxLength={30}
        onFocus={() => setAsked(true)}
        onChange={(event) => rename(event.target.value)}
        error={errors[`${path}.name`]}
      />
      {unit.name.trim() !== '' && (
        <NumberField
          label={t.piecesField()}
          value={unit.pieces}
          onChange={(pieces) => onChange({ ...unit, pieces })}
          min={1}
          max={1_000_000}
          unreadable={t.unreadable()}
          error={errors[`${path}.pieces`]}
        />
      )}
      <datalist id={list}>
        {[...names].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}
