import { PageHead } from '../../components/page-head.tsx';

export function SettingsLayout() {
  return <PageHead title="Settings" />;
}
