// The site for customers is not open yet: this page says so and shows staff the way to the desk.
import '@backdesk/ui/styles/base.css';
import { createRoot } from 'react-dom/client';
import './closed-page.css';
import { ClosedPage } from './closed-page.tsx';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<ClosedPage />);
