import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api } from '../../../lib/api.ts';
import { sentenceOf } from '../../../lib/problem.ts';
import { sessionQuery, useSession } from '../../../lib/session.tsx';
import styles from './staff-page.module.css';
import { t } from './texts.ts';

/** Whether the store asks a second factor of its staff. Who asks it of others has one. */
export function RequireSecondFactor() {
  const { isOn, isRequired } = useSession().secondFactor;
  const queryClient = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  const set = useMutation({
    mutationFn: (requiresSecondFactor: boolean) => api.setSignInRules({ body: { requiresSecondFactor } }),
    onSuccess: async ({ requiresSecondFactor }) => {
      await queryClient.fetchQuery({ ...sessionQuery(), staleTime: 0 });
      await router.invalidate();
      toast.show({ message: requiresSecondFactor ? t.requiredNow() : t.notRequired() });
    },
    onError: (error) => toast.show({ tone: 'bad', message: sentenceOf(error) }),
  });
  return (
    <div className={styles.rule}>
      <Checkbox
        label={t.requireFactor()}
        help={isOn || isRequired ? t.requireFactorHelp() : t.ownFirst()}
        checked={isRequired}
        disabled={set.isPending || !(isOn || isRequired)}
        onChange={(event) => set.mutate(event.target.checked)}
      />
    </div>
  );
}
