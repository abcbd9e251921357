import { useEffect, useState } from 'react';
import { entriesOf, filesBelow, type Placed } from './folder';

/** Files dropped anywhere on the page. Answers whether some hover over it now. */
export function useDropped(take: (files: Promise<readonly Placed[]>) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent) => {
      if (carriesFiles(event) && ++depth === 1) setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (carriesFiles(event) && --depth <= 0) end();
    };
    const hover = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const end = () => {
      depth = 0;
      setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      end();
      take(filesBelow(entriesOf(event.dataTransfer)));
    };
    const leaveAll = new AbortController();
    const { signal } = leaveAll;
    document.addEventListener('dragenter', enter, { signal });
    document.addEventListener('dragleave', leave, { signal });
    document.addEventListener('dragover', hover, { signal });
    document.addEventListener('drop', drop, { signal });
    return () => leaveAll.abort();
  }, [take]);
  return over;
}
