import '@backdesk/ui/styles/base.css';
import { createRoot } from 'react-dom/client';
import './estimate.css';
import { EstimateScreen } from './estimate-screen.tsx';

// The address is /e/{token}; the token is all this page knows.
const token = location.pathname.split('/')[2] ?? '';
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<EstimateScreen token={decodeURIComponent(token)} />);
