import { regionsOf } from '@backdesk/domain/core/regions.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { CountryField } from '../place/country-field.tsx';
import { RegionsField } from '../place/regions-field.tsx';
import styles from '../settings-layout.module.css';
import { t } from '../texts.ts';
import type { AreaDraft } from './zone-draft.ts';

type Props = {
  area: AreaDraft;
  errors: Readonly<Record<string, string | undefined>>;
  at: number;
  onChange: (change: Partial<AreaDraft>) => void;
  onRemove: (() => void) | null;
};

/** One country of a zone: the whole of it, or some regions and postcodes. */
export function AreaFields({ area, errors, at, onChange, onRemove }: Props) {
  const errorUnder = (part: string) => Object.entries(errors).find(([name]) => name.startsWith(`areas.${at}.${part}`))?.[1];
  return (
    <div className={styles.rate}>
      <div className={styles.pick}>
        <CountryField
          label={t.country()}
          everywhere
          value={area.country}
          onChange={(country) => onChange({ country, regions: [], postcodes: '' })}
          error={errorUnder('country')}
        />
        {onRemove && (
          <Button variant="quiet" icon="close" onClick={onRemove}>
            <span className="vh">{t.removeCountry()}</span>
          </Button>
        )}
      </div>
      {area.country !== '*' && (
        <>
          <RegionsField
            label={t.regionsOnly()}
            known={regionsOf(area.country)}
            value={area.regions}
            onChange={(regions) => onChange({ regions })}
            error={errorUnder('regions')}
          />
          <TextInput
            label={t.postcodes()}
            help={t.postcodesHelp()}
            value={area.postcodes}
            onChange={(event) => onChange({ postcodes: event.target.value })}
            error={errorUnder('postcodes')}
          />
        </>
      )}
    </div>
  );
}
