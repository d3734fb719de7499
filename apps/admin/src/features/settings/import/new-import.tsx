import { ApiProblem } from '@backdesk/contract/client.ts';
import { fetchTelling, type Sent } from '@backdesk/contract/fetch-telling.ts';
import { largestImportFile } from '@backdesk/contract/import/schema.ts';
import { isShopifyHeading } from '@backdesk/domain/catalog/import-columns.ts';
import type { Mapping } from '@backdesk/domain/customer/import-columns.ts';
import { fileSize } from '@backdesk/ordering/files/file-size.ts';
import { SendingFile } from '@backdesk/ordering/files/sending-file.tsx';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { RadioCards } from '@backdesk/ui/forms/radio-cards.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { SaveFailed } from '../../../components/save-failed.tsx';
import { api } from '../../../lib/api.ts';
import { customerFieldsQuery } from '../../../lib/field-queries.ts';
import { sentenceOf } from '../../../lib/problem.ts';
import { ColumnMapping } from './column-mapping.tsx';
import { FileDrop } from './file-drop.tsx';
import styles from './import-page.module.css';
import { mappingToSend, missingIn, targetsOf, unfilledIn } from './kinds.ts';
import { type Preview, readPreview } from './read-preview.ts';
import { t } from './texts.ts';

type Kind = 'products' | 'customers';
type Chosen = { readonly file: File; readonly preview: Preview | null; readonly fault: string | null };

/** Kind, file, columns and the two ways to go: a dry run, or the import. */
export function NewImport({ mayProducts, onStarted }: { mayProducts: boolean; onStarted: (id: string) => void }) {
  const { number } = useFormat();
  const queries = useQueryClient();
  const [kind, setKind] = useState<Kind>(mayProducts ? 'products' : 'customers');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [mapping, setMapping] = useState<Mapping>({});
  const [overwrite, setOverwrite] = useState(false);
  const definitions = useQuery({ ...customerFieldsQuery(), enabled: kind === 'customers' }).data?.items ?? [];
  const targets = targetsOf(kind, definitions);
  const limit = number(largestImportFile / 1024 / 1024);
  const [sent, setSent] = useState<Sent | null>(null);
  const sending = useRef<AbortController | null>(null);
  useEffect(() => () => sending.current?.abort(), []);
  const start = useMutation({
    mutationFn: ({ file, dryRun }: { file: File; dryRun: boolean }) => {
      const mine = new AbortController();
      sending.current = mine;
      setSent(null);
      const how = { signal: mine.signal, fetch: fetchTelling(setSent) };
      return kind === 'products'
        ? api.startImport(
            {
              query: {
                kind: 'products',
                fileName: file.name,
                ...(preview !== null && { layout: 'columns', mapping: JSON.stringify(mapping) }),
                ...(overwrite && { overwrite: 'true' }),
                ...(dryRun && { dryRun: 'true' }),
              },
              body: file,
            },
            how,
          )
        : api.startCustomerImport(
            {
              query: {
                fileName: file.name,
                mapping: JSON.stringify(mappingToSend(preview?.headings ?? [], targets, mapping)),
                ...(dryRun && { dryRun: 'true' }),
              },
              body: file,
            },
            how,
          );
    },
    onSuccess: (run) => {
      void queries.invalidateQueries({ queryKey: ['imports'] });
      onStarted(run.id);
    },
  });

  async function choose(file: File) {
    start.reset();
    setMapping({});
    if (file.size > largestImportFile) return setChosen({ file, preview: null, fault: t.tooLarge(limit) });
    const preview = await readPreview(file);
    setChosen('fault' in preview ? { file, preview: null, fault: preview.fault } : { file, preview, fault: null });
  }

  const read = chosen?.preview ?? null;
  // Shopify's layout needs no mapping.
  const preview = kind === 'products' && read !== null && isShopifyHeading(read.headings) ? null : read;
  const missing = preview === null ? undefined : missingIn(kind, preview.headings, mapping);
  const unfilled = kind === 'customers' && preview !== null ? unfilledIn(preview.headings, targets, { mapping, definitions }) : [];
  const isReady = chosen !== null && chosen.fault === null && missing === undefined;
  const go = (dryRun: boolean) => {
    if (chosen !== null && isReady && !start.isPending) start.mutate({ file: chosen.file, dryRun });
  };
  return (
    <Panel title={t.newImport()}>
      <div className={styles.form}>
        <RadioCards
          legend={t.kind()}
          value={kind}
          onChange={(value) => {
            start.reset();
            setMapping({});
            setKind(value as Kind);
          }}
          cards={[
            { value: 'products', title: t.products(), detail: t.productsHelp(), disabled: !mayProducts },
            { value: 'customers', title: t.customers(), detail: t.customersHelp() },
          ]}
        />
        <FileDrop
          says={chosen === null ? t.limits(limit) : t.chosen(chosen.file.name, fileSize(chosen.file.size, number))}
          onFile={(file) => void choose(file)}
        />
        {chosen?.fault && (
          <InlineNotice tone="bad" live="alert" title={t.unreadable()}>
            {chosen.fault}
          </InlineNotice>
        )}
        {preview && <ColumnMapping preview={preview} targets={targets} mapping={mapping} onChange={setMapping} />}
        {preview && kind === 'products' && <p className="small muted">{t.productMappingHelp()}</p>}
        {unfilled.length > 0 && <InlineNotice tone="warn">{t.unfilled(unfilled.map(({ label }) => label))}</InlineNotice>}
        {missing && <InlineNotice tone="warn">{missing}</InlineNotice>}
        {kind === 'products' && <Checkbox label={t.overwrite()} checked={overwrite} onChange={(event) => setOverwrite(event.target.checked)} />}
        {start.isError &&
          !isStopped(start.error) &&
          (isUnreadable(start.error) ? (
            <InlineNotice tone="bad" live="alert" title={t.unreadable()}>
              {reasonOf(start.error)}
            </InlineNotice>
          ) : (
            <SaveFailed error={start.error} />
          ))}
        {start.isPending ? (
          <div className={styles.actions}>
            <SendingFile name={start.variables.file.name} sent={sent} />
            {/* When all of it is out, the import may have begun: it is canceled where it runs. */}
            {(sent === null || sent.bytes < sent.of) && (
              <Button autoFocus onClick={() => sending.current?.abort()}>
                {t.cancelSending()}
              </Button>
            )}
          </div>
        ) : (
          <div className={styles.actions}>
            <Button autoFocus={start.isError && start.variables.dryRun} disabled={!isReady} onClick={() => go(true)}>
              {t.dryRun()}
            </Button>
            <Button variant="primary" autoFocus={start.isError && !start.variables.dryRun} disabled={!isReady} onClick={() => go(false)}>
              {t.start()}
            </Button>
            <span className="small muted">{t.dryRunHelp()}</span>
          </div>
        )}
      </div>
    </Panel>
  );
}

const isStopped = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';

/** The fault is the file's: sent again it would be the same. */
const isUnreadable = (error: unknown) =>
  error instanceof ApiProblem && (error.problem.code === 'import.unreadable' || error.problem.code === 'request.too_large');

/** What the server found in the file, else what it said about the request. */
function reasonOf(error: unknown): string {
  const reason = error instanceof ApiProblem ? (error.problem.detail as { readonly reason?: unknown } | undefined)?.reason : undefined;
  return typeof reason === 'string' ? reason : sentenceOf(error);
}
