import { createRoute } from '@tanstack/react-router';
import { deskRoute } from '../desk-route.tsx';
import { NotFound } from '../shell/not-found.tsx';

/** Any other address: said inside the desk, so that the way on is at hand. */
export const unknownRoute = createRoute({ getParentRoute: () => deskRoute, path: '$', component: NotFound });
