import type { SiteCategory } from '@backdesk/contract/site/schema.ts';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Search } from '../lib/catalogue-queries.ts';
import styles from './catalogue-menu.module.css';
import { t } from './texts.ts';

type Props = { categories: readonly SiteCategory[]; search: Search };

const INDENT = '\u2003';

/** The categories beside the products, those below the chosen one open; on a phone to choose from. And what can be had now. */
export function CatalogueMenu({ categories, search: { q, category, inStock } }: Props) {
  const navigate = useNavigate();
  const kept: Search = { ...(q !== undefined && { q }), ...(inStock && { inStock }) };
  const to = (code: string | undefined): Search => ({ ...kept, ...(code !== undefined && { category: code }) });
  const open = openIn(categories, category);
  return (
    <div className={styles.menu}>
      {categories.length > 0 && (
        <>
          <nav aria-label={t.categories()} className={styles.tree}>
            <ul>
              <li>
                <Link to="/" search={to(undefined)} aria-current={category === undefined ? 'page' : undefined}>
                  {t.allProducts()}
                </Link>
              </li>
              {categories
                .filter(({ parentId }) => parentId === null || open.has(parentId))
                .map(({ id, code, name, depth }) => (
                  <li key={id} style={{ paddingInlineStart: `calc(${depth} * var(--s-4))` }}>
                    <Link to="/" search={to(code)} aria-current={code === category ? 'page' : undefined} dir="auto">
                      {name}
                    </Link>
                  </li>
                ))}
            </ul>
          </nav>
          <div className={styles.choice}>
            <Select
              label={t.categories()}
              hideLabel
              value={category ?? ''}
              options={[
                { value: '', label: t.allProducts() },
                ...categories.map(({ code, name, depth }) => ({ value: code, label: INDENT.repeat(depth) + name })),
              ]}
              onChange={({ currentTarget: { value } }) => void navigate({ to: '/', search: to(value === '' ? undefined : value) })}
            />
          </div>
        </>
      )}
      <Checkbox
        label={t.inStock()}
        checked={inStock === true}
        onChange={({ currentTarget: { checked } }) =>
          void navigate({
            to: '/',
            search: { ...(q !== undefined && { q }), ...(category !== undefined && { category }), ...(checked && { inStock: true as const }) },
          })
        }
      />
    </div>
  );
}

/** The chosen category and those above it: what is below them is shown. */
function openIn(categories: readonly SiteCategory[], code: string | undefined): ReadonlySet<string> {
  const open = new Set<string>();
  let at = categories.find((category) => category.code === code);
  while (at !== undefined) {
    open.add(at.id);
    const { parentId } = at;
    at = parentId === null ? undefined : categories.find(({ id }) => id === parentId);
  }
  return open;
}
