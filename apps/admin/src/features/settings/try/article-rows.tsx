import { useTypeAhead } from '@backdesk/ordering/search/use-type-ahead.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useCallback, useId, useState } from 'react';
import { api } from '../../../lib/api.ts';
import { t } from './texts.ts';
import { type Article, newArticle } from './trial-draft.ts';
import styles from './try-pricing.module.css';

type Props = { articles: readonly Article[]; errors: Readonly<Record<string, string>>; onChange: (articles: readonly Article[]) => void };

/** A few articles by SKU; typing offers what the catalogue has. */
export function ArticleRows({ articles, errors, onChange }: Props) {
  const listId = useId();
  const [words, setWords] = useState('');
  const search = useCallback(async (text: string, signal: AbortSignal) => (await api.searchVariants({ query: { q: text, limit: 8 } }, { signal })).items, []);
  const ahead = useTypeAhead(words.trim(), search, words.trim() !== '');
  const set = (key: string, change: Partial<Article>) => onChange(articles.map((each) => (each.key === key ? { ...each, ...change } : each)));
  // The server counts only the rows that name a SKU.
  const sent = articles.filter(({ sku }) => sku.trim() !== '');
  return (
    <div className={styles.articles}>
      {articles.map((article, at) => (
        <div key={article.key} className={styles.article}>
          <TextInput
            label={t.sku(at + 1)}
            hideLabel={at > 0}
            list={listId}
            autoComplete="off"
            value={article.sku}
            error={errors[`articles.${sent.indexOf(article)}.sku`]}
            onChange={(event) => {
              setWords(event.target.value);
              set(article.key, { sku: event.target.value });
            }}
          />
          <NumberField
            label={t.quantity(at + 1)}
            hideLabel={at > 0}
            value={article.quantity}
            min={1}
            unreadable={t.unreadable()}
            error={errors[`articles.${sent.indexOf(article)}.quantity`]}
            onChange={(quantity) => set(article.key, { quantity })}
          />
          {articles.length > 1 && (
            <Button variant="quiet" icon="close" onClick={() => onChange(articles.filter(({ key }) => key !== article.key))}>
              <span className="vh">{t.removeArticle(at + 1)}</span>
            </Button>
          )}
        </div>
      ))}
      <datalist id={listId}>
        {(ahead.items ?? ahead.stale).map(({ sku, name }) => (
          <option key={sku} value={sku} label={name} />
        ))}
      </datalist>
      <div>
        <Button variant="quiet" size="small" icon="plus" onClick={() => onChange([...articles, newArticle(crypto.randomUUID())])}>
          {t.addArticle()}
        </Button>
      </div>
    </div>
  );
}
