import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { FileDiff } from '../patch/patch';
import { fragment, type Place, placeOf } from '../review/place';

/**
 * What the page's address points at: a file, lines in it. One that came from outside (a link, the
 * way back) is gone to by `arrive`; one's own click does not move the page.
 */
export function usePlace(files: readonly FileDiff[], arrive: (place: Place) => void) {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const own = useRef<string>(undefined);
  const paths = useMemo(() => new Set(files.map(file => file.path)), [files]);
  const place = useMemo(() => placeOf(hash, path => paths.has(path)), [hash, paths]);
  const latest = useRef(arrive);
  latest.current = arrive;
  useEffect(() => {
    if (place && own.current !== hash) latest.current(place);
    own.current = hash;
  }, [place, hash]);
  const point = useCallback(
    (to: Place) => {
      own.current = fragment(to);
      void navigate(
        { search: location.search, hash: own.current },
        { replace: true, preventScrollReset: true },
      );
    },
    [navigate],
  );
  return { place, point };
}
