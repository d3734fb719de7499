import type { Mapping } from '@backdesk/domain/customer/import-columns.ts';
import { Table } from '@backdesk/ui/data/table.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import type { Preview } from './read-preview.ts';
import { t } from './texts.ts';

/** What columns may be taken for: those of a kind of import. */
export type Targets = {
  readonly all: readonly string[];
  /** What a heading means by itself; undefined: nobody can say. */
  readonly of: (heading: string) => string | undefined;
  /** What a column of this heading may be taken for besides. */
  readonly also: (heading: string) => readonly string[];
  readonly text: (target: string) => string;
};

type ColumnMappingProps = { preview: Preview; targets: Targets; mapping: Mapping; onChange: (mapping: Mapping) => void };

/** What each column is taken for, beside its first cells; a person may say otherwise. */
export function ColumnMapping({ preview, targets, mapping, onChange }: ColumnMappingProps) {
  return (
    <div className="stack">
      <p className="small muted">{t.mappingHelp()}</p>
      <Table label={t.mapping()} edge>
        <thead>
          <tr>
            <th scope="col">{t.column()}</th>
            <th scope="col">{t.takenFor()}</th>
            <th scope="col" className="hide-s">
              {t.examples()}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...new Set(preview.headings)].map((heading) => {
            const place = preview.headings.indexOf(heading);
            const recognised = targets.of(heading) ?? '';
            const chosen = mapping[heading] ?? recognised;
            const offered = [...targets.all, ...targets.also(heading), ...[recognised, chosen].filter((target) => target !== '')];
            return (
              <tr key={heading}>
                <td>
                  <bdi className="medium">{heading}</bdi>
                </td>
                <td>
                  <Select
                    label={t.takenForOf(heading)}
                    hideLabel
                    options={[...new Set(offered)].map((target) => ({ value: target, label: targets.text(target) }))}
                    placeholder={t.leftOut()}
                    value={chosen}
                    onChange={(event) => onChange({ ...mapping, [heading]: event.target.value })}
                  />
                </td>
                <td className="soft hide-s">
                  <bdi>
                    {preview.rows
                      .map((row) => row[place] ?? '')
                      .filter((cell) => cell !== '')
                      .map((cell) => (cell.length > 30 ? `${cell.slice(0, 29)}…` : cell))
                      .join(' · ')}
                  </bdi>
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </div>
  );
}
