import type { Category } from '@backdesk/contract/category/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useAnnounce } from '@backdesk/ui/text/announcer.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LoadFailed } from '../../../components/load-failed.tsx';
import { PageHead } from '../../../components/page-head.tsx';
import { api } from '../../../lib/api.ts';
import { categoriesQuery } from '../../../lib/categories-query.ts';
import { sentenceOf } from '../../../lib/problem.ts';
import { useMay } from '../../../lib/session.tsx';
import { ProductTabs } from '../product-tabs.tsx';
import styles from './categories.module.css';
import { EditCategory } from './edit-category.tsx';
import { t } from './texts.ts';

/** The tree of categories: made, renamed, moved and deleted here. */
export function CategoriesPage() {
  const query = useQuery({ ...categoriesQuery(), staleTime: 0 });
  const mayWrite = useMay('catalog:write');
  const [editing, setEditing] = useState<Category | 'new' | null>(null);
  const add = mayWrite && (
    <Button variant="primary" icon="plus" onClick={() => setEditing('new')}>
      {t.add()}
    </Button>
  );
  const all = query.data?.items;
  return (
    <>
      <PageHead title={t.title()} actions={all !== undefined && all.length > 0 && add} />
      <ProductTabs shown="categories" />
      {all === undefined ? (
        query.isError ? (
          <LoadFailed error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <SkeletonPage label={t.loading()} />
        )
      ) : all.length === 0 ? (
        <EmptyState icon="rows" title={t.emptyTitle()} action={add}>
          <p>{t.empty()}</p>
        </EmptyState>
      ) : (
        <Panel title={t.tree()} note={t.treeNote()}>
          <Tree all={all} {...(mayWrite && { onEdit: setEditing })} />
        </Panel>
      )}
      {editing !== null && <EditCategory category={editing === 'new' ? null : editing} all={all ?? []} onClose={() => setEditing(null)} />}
    </>
  );
}

function Tree({ all, onEdit }: { all: readonly Category[]; onEdit?: (category: Category) => void }) {
  const format = useFormat();
  const queryClient = useQueryClient();
  const toast = useToast();
  const announce = useAnnounce();
  const move = useMutation({
    mutationFn: ({ category, after }: { category: Category; after: string | null }) => api.changeCategory({ params: { id: category.id }, body: { after } }),
    onSuccess: (moved) => {
      announce(t.moved(moved.name));
      return queryClient.invalidateQueries({ queryKey: ['categories'] });
    },
    onError: (error) => toast.show({ message: sentenceOf(error), tone: 'bad' }),
  });
  return (
    <Table label={t.title()} edge>
      <thead>
        <tr>
          <th scope="col">{t.name()}</th>
          <th scope="col" className="hide-s">
            {t.code()}
          </th>
          <th scope="col" className="num">
            {t.products()}
          </th>
          {onEdit && (
            <th scope="col">
              <span className="vh">{t.edit()}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {all.map((category) => {
          const siblings = all.filter(({ parentId }) => parentId === category.parentId);
          const at = siblings.indexOf(category);
          return (
            <tr key={category.id} className={styles.row}>
              <td>
                <span className={styles.name} style={{ paddingInlineStart: `calc(${category.depth} * var(--s-5))` }}>
                  <Link to="/products" search={{ category: category.id }}>
                    <bdi>{category.name}</bdi>
                  </Link>
                </span>
              </td>
              <td className="soft hide-s">
                <bdi>{category.code}</bdi>
              </td>
              <td className="num soft">{format.number(category.productCount)}</td>
              {onEdit && (
                <td className="num">
                  <span className={styles.tools}>
                    <Button
                      variant="quiet"
                      size="small"
                      icon="arrow-up"
                      disabled={at === 0 || move.isPending}
                      onClick={() => move.mutate({ category, after: siblings[at - 2]?.id ?? null })}
                    >
                      <span className="vh">{t.up(category.name)}</span>
                    </Button>
                    <Button
                      variant="quiet"
                      size="small"
                      icon="arrow-down"
                      disabled={at === siblings.length - 1 || move.isPending}
                      onClick={() => move.mutate({ category, after: siblings[at + 1]?.id ?? null })}
                    >
                      <span className="vh">{t.down(category.name)}</span>
                    </Button>
                    <Button variant="link" onClick={() => onEdit(category)}>
                      {t.edit()}
                      <span className="vh"> {category.name}</span>
                    </Button>
                  </span>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
