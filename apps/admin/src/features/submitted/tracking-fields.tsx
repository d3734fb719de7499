import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { t } from './after-texts.ts';

export type Tracking = { readonly carrier: string; readonly trackingNumber: string; readonly trackingUrl: string };

export const noTracking: Tracking = { carrier: '', trackingNumber: '', trackingUrl: '' };

/** Said only once something was typed. */
export function isWrongUrl({ trackingUrl }: Tracking): boolean {
  return trackingUrl.trim() !== '' && !/^https?:\/\/\S+$/i.test(trackingUrl.trim());
}

/** Who carries it and how it is followed; all of it may come later. */
export function TrackingFields({ value, onChange }: { value: Tracking; onChange: (value: Tracking) => void }) {
  return (
    <>
      <TextInput
        label={t.carrier()}
        placeholder={t.carrierHelp()}
        maxLength={100}
        value={value.carrier}
        onChange={(event) => onChange({ ...value, carrier: event.currentTarget.value })}
      />
      <TextInput
        label={t.trackingNumber()}
        maxLength={200}
        value={value.trackingNumber}
        onChange={(event) => onChange({ ...value, trackingNumber: event.currentTarget.value })}
      />
      <TextInput
        label={t.trackingUrl()}
        type="url"
        placeholder="https://"
        maxLength={2000}
        value={value.trackingUrl}
        error={isWrongUrl(value) ? t.wrongUrl() : undefined}
        onChange={(event) => onChange({ ...value, trackingUrl: event.currentTarget.value })}
      />
    </>
  );
}
