import { customerTargetOf, customerTargets, type Mapping } from '@backdesk/domain/customer/import-columns.ts';
import { Table } from '@backdesk/ui/data/table.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import type { Preview } from './read-preview.ts';
import { targetText } from './target-text.ts';
import { t } from './texts.ts';

/** What each column is taken for, beside its first cells; a person may say otherwise. */
export function ColumnMapping({ preview, mapping, onChange }: { preview: Preview; mapping: Mapping; onChange: (mapping: Mapping) => void }) {
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
            const recognised = customerTargetOf(heading) ?? '';
            const chosen = mapping[heading] ?? recognised;
            const targets = chosen === '' || (customerTargets as readonly string[]).includes(chosen) ? customerTargets : [...customerTargets, chosen];
            return (
              <tr key={heading}>
                <td>
                  <bdi className="medium">{heading}</bdi>
                </td>
                <td>
                  <Select
                    label={t.takenForOf(heading)}
                    hideLabel
                    options={targets.map((target) => ({ value: target, label: targetText(target) }))}
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
