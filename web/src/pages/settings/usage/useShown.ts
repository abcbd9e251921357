import { useFormats } from '~/words/Words';
import type { Measure } from './days';

/** A number as its measure is said. */
export function useShown(measure: Measure): (n: number) => string {
  const { money, short } = useFormats();
  return measure === 'usd' ? money : short;
}
