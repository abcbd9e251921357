import { createBrowserRouter } from 'react-router';
import { Broken } from './Broken';
import { NotFound } from './NotFound';
import { Shell } from './Shell';

/** A page is a chunk of its own, loaded when somebody goes there. */
function page(load: () => Promise<{ default: React.ComponentType }>) {
  return async () => ({ Component: (await load()).default });
}

// The server answers these addresses with the app: the list stands in Routes.java too.
export const router = createBrowserRouter([
  {
    Component: Shell,
    ErrorBoundary: Broken,
    HydrateFallback: () => null,
    children: [
      {
        ErrorBoundary: Broken,
        children: [
          { index: true, lazy: page(() => import('~/pages/start/page')) },
          { path: 'tasks', lazy: page(() => import('~/pages/tasks/page')) },
          { path: 'tasks/:id', lazy: page(() => import('~/pages/task/page')) },
          { path: 'settings/:part?', lazy: page(() => import('~/pages/settings/page')) },
          { path: 'api/docs', lazy: page(() => import('~/pages/docs/page')) },
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
]);
