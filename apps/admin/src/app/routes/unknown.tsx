import { createRoute } from '@tanstack/react-router';
import { NotFound } from '../../components/not-found.tsx';
import { deskRoute } from '../desk-route.tsx';

/** Any other address: said inside the desk, so that the way on is at hand. */
export const unknownRoute = createRoute({ getParentRoute: () => deskRoute, path: '$', component: NotFound });
